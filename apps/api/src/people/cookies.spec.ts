import { expect, it } from 'vitest';
import { startTestApp } from '../../test/test-app.ts';

it('the session cookie is bound to the host and to TLS where the address is https', async () => {
  const app = await startTestApp({ BASE_URL: 'https://attestry.harbour.example' });
  try {
    const officer = await app.organization();
    const response = await app.client().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation ($input: SignInInput!) { signIn(input: $input) { today } }`,
        variables: { input: { email: officer.email, password: 'harbour lantern quilt 7' } },
      }),
    });
    const [session, device] = response.headers.getSetCookie().map((line) => line.split('; '));
    expect(session![0]).toMatch(/^__Host-attestry=[\w-]{43}$/);
    for (const [, ...attributes] of [session!, device!]) {
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']));
      expect(attributes.join()).not.toContain('Domain');
    }
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age/);
  } finally {
    await app.stop();
  }
});
