/** The placeholder a value is, or carries as the password of its URL: such a value protects nothing. */
export function placeholderIn(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const secret = URL.canParse(value) ? decoded(new URL(value).password) : value;
  return isPlaceholder(secret) ? secret : undefined;
}

function isPlaceholder(secret: string): boolean {
  const plain = secret.toLowerCase().replace(/[^a-z0-9]/g, '');
  return secret !== '' && (known.has(plain) || /^(your|my|insert|enter).*(password|secret|key|here)$/.test(plain));
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

const known = new Set([
  '',
  '123456',
  '12345678',
  'admin',
  'changeit',
  'changeme',
  'changethis',
  'default',
  'dummy',
  'example',
  'fixme',
  'foobar',
  'minioadmin',
  'passw0rd',
  'password',
  'placeholder',
  'pleasechange',
  'pleasechangeme',
  'postgres',
  'postgresql',
  'qwerty',
  'redis',
  'replaceme',
  'root',
  'secret',
  'secretkey',
  'supersecret',
  'test',
  'todo',
  'xxx',
  'xxxx',
  'xxxxx',
]);
