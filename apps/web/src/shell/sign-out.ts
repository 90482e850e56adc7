import { SignOutDocument } from '../generated/graphql.ts';
import { send } from './client.ts';

/** Ends the session and loads the page anew, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await send(SignOutDocument, {}).catch(() => undefined);
  location.assign('/sign-in');
}
