import { may, type Permission } from '@attestry/domain/people/permissions.ts';
import { prose } from '@attestry/domain/text.ts';
import { Mutation, Query } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ZodType } from 'zod';
import type { Context } from './context.ts';
import { Failure, invalid, invalidInput, refusalOfDatabase } from './failure.ts';
import { inTransaction } from './transaction.ts';

/** Where the record, or an argument, decides which permission is needed. */
export interface PermissionBy<Input> {
  /** All that it can be; who has none of them is refused before anything is looked up. */
  readonly anyOf: readonly [Permission, ...Permission[]];
  /** Undefined where there is no such record: the handler then finds none, either. */
  readonly of: (ctx: Context, input: Input) => Promise<Permission | undefined>;
}
type Guard<Input> = Permission | PermissionBy<Input>;

/** Every operation of the contract and what guards it; the isolation tests are generated from this table. */
export const OPERATIONS = new Map<string, { kind: 'query' | 'mutation'; permission: Permission | 'public' }>();

type Handler<Input> = (ctx: Context, input: Input, info: GraphQLResolveInfo) => unknown;
/** Decorates a method that takes the context, the parsed input and GraphQL's info, or the first few of them. */
type OperationDecorator<Input> = <Method extends Handler<Input>>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * GraphQL mutation + permission + input check + one transaction + name in the audit log.
 * The method is called as `(ctx, input)` inside the transaction; a refusal rolls back and is an event of its own.
 */
export function Command<Input>(guard: Guard<Input>, schema: ZodType<Input>): OperationDecorator<Input> {
  return (target, key, descriptor) => {
    const handler: Handler<Input> = descriptor.value!;
    const run = async function (this: unknown, _: unknown, args: Args, { ctx }: Gql, info: GraphQLResolveInfo) {
      let permission = firstOf(guard);
      try {
        allowAny(ctx, guard);
        const input = parse(schema, args);
        permission = await neededFor(ctx, guard, input);
        ctx.allow(permission);
        await ctx.endReading();
        return await inTransaction(ctx.source, ctx.settings(permission, reasonIn(input)), async (tx) => {
          ctx.writing = tx;
          try {
            return await handler.call(this, ctx, input, info);
          } finally {
            ctx.writing = undefined;
          }
        });
      } catch (error) {
        throw noted(ctx, permission, args, refusalOfDatabase(error) ?? error);
      }
    };
    register(target, key, descriptor, run, firstOf(guard), 'mutation');
  };
}

/** GraphQL query + permission; the method is called as `(ctx, args, info)`. */
export function Ask<Input = never>(guard: Guard<Input> | 'public'): OperationDecorator<never> {
  return (target, key, descriptor) => {
    const handler: Handler<never> = descriptor.value!;
    const run = async function (this: unknown, _: unknown, args: Args, { ctx }: Gql, info: GraphQLResolveInfo) {
      if (guard !== 'public') await allowed(ctx, guard, args);
      checkTexts(args);
      return handler.call(this, ctx, args as never, info);
    };
    register(target, key, descriptor, run, guard === 'public' ? guard : firstOf(guard), 'query');
  };
}

/** A mutation for people without a session: it opens its own transactions, since the organization is not known yet. */
export function PublicCommand<Input>(schema: ZodType<Input>): OperationDecorator<Input> {
  return (target, key, descriptor) => {
    const handler: Handler<Input> = descriptor.value!;
    const run = function (this: unknown, _: unknown, args: Args, { ctx }: Gql, info: GraphQLResolveInfo) {
      return handler.call(this, ctx, parse(schema, args), info);
    };
    register(target, key, descriptor, run, 'public', 'mutation');
  };
}

const firstOf = <Input>(guard: Guard<Input>): Permission => (typeof guard === 'string' ? guard : guard.anyOf[0]);

/** Refuses, by the first permission, who has none of those that may be needed. */
function allowAny<Input>(ctx: Context, guard: Guard<Input>): void {
  const possible = typeof guard === 'string' ? [guard] : guard.anyOf;
  if (!possible.some((permission) => may(ctx.me.roles, permission).allowed)) ctx.allow(possible[0]!);
}

async function allowed<Input>(ctx: Context, guard: Guard<Input>, args: Args): Promise<void> {
  let permission = firstOf(guard);
  try {
    allowAny(ctx, guard);
    permission = await neededFor(ctx, guard, args as Input);
    ctx.allow(permission);
  } catch (error) {
    throw noted(ctx, permission, args, error);
  }
}

async function neededFor<Input>(ctx: Context, guard: Guard<Input>, input: Input): Promise<Permission> {
  if (typeof guard === 'string') return guard;
  const has = guard.anyOf.find((permission) => may(ctx.me.roles, permission).allowed);
  return (await guard.of(ctx, input)) ?? has ?? guard.anyOf[0];
}

type Args = Record<string, unknown>;
interface Gql {
  readonly ctx: Context;
}

function register(
  target: object,
  key: string,
  descriptor: PropertyDescriptor,
  run: unknown,
  permission: Permission | 'public',
  kind: 'query' | 'mutation',
) {
  descriptor.value = run;
  OPERATIONS.set(key, { kind, permission });
  (kind === 'query' ? Query(key) : Mutation(key))(target, key, descriptor);
}

/** Arguments are `input`, or a few named ones; either way the schema sees plain objects with the form's field names. */
function parse<Input>(schema: ZodType<Input>, args: Args): Input {
  const parsed = schema.safeParse(args.input ?? args);
  if (!parsed.success) throw invalidInput(parsed.error);
  checkTexts(args.input ?? args);
  return parsed.data;
}

const reasonIn = (input: unknown): string | undefined => {
  const reason = (input as { reason?: unknown } | null)?.reason;
  return typeof reason === 'string' ? reason : undefined;
};

const anyText = prose();

/** What holds for every text of every input, whatever its schema forgot: PostgreSQL can store it, and it has an end. */
function checkTexts(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') {
    const parsed = anyText.safeParse(value);
    if (!parsed.success) throw invalid({ path: path.join('.') || 'input', message: parsed.error.issues[0]!.message });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    checkTexts(name, path);
    checkTexts(inner, [...path, name]);
  }
}

/** The error as it is; a refusal of somebody who is signed in goes on the record. */
function noted(ctx: Context, permission: Permission, args: Args, error: unknown): unknown {
  const isRefusal = error instanceof Failure && ['FORBIDDEN', 'REFUSED', 'CONFLICT'].includes(error.code);
  if (ctx.actor && isRefusal) ctx.refuse({ permission, subjectId: subjectOf(args), failure: error });
  return error;
}

function subjectOf(args: Args): string {
  const input = (args.input ?? args) as Record<string, unknown>;
  const id = input.id ?? input.memberId;
  return typeof id === 'string' ? id.slice(0, 100) : '';
}
