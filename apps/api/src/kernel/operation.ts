import type { Permission } from '@attestry/domain/people/permissions.ts';
import { prose } from '@attestry/domain/text.ts';
import { Mutation, Query } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ZodType } from 'zod';
import type { Context } from './context.ts';
import { Failure, invalid, invalidInput } from './failure.ts';
import { inTransaction } from './transaction.ts';

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
export function Command<Input>(permission: Permission, schema: ZodType<Input>): OperationDecorator<Input> {
  return (target, key, descriptor) => {
    const handler: Handler<Input> = descriptor.value!;
    const run = async function (this: unknown, _: unknown, args: Args, { ctx }: Gql, info: GraphQLResolveInfo) {
      try {
        ctx.allow(permission);
        const input = parse(schema, args);
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
        throw noted(ctx, permission, args, error);
      }
    };
    register(target, key, descriptor, run, permission, 'mutation');
  };
}

/** GraphQL query + permission; the method is called as `(ctx, args, info)`. */
export function Ask(permission: Permission | 'public'): OperationDecorator<never> {
  return (target, key, descriptor) => {
    const handler: Handler<never> = descriptor.value!;
    const run = function (this: unknown, _: unknown, args: Args, { ctx }: Gql, info: GraphQLResolveInfo) {
      try {
        if (permission !== 'public') ctx.allow(permission);
      } catch (error) {
        throw noted(ctx, permission as Permission, args, error);
      }
      checkTexts(args);
      return handler.call(this, ctx, args as never, info);
    };
    register(target, key, descriptor, run, permission, 'query');
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
