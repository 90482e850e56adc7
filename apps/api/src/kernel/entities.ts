import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every `*.entity.ts` of the features; the kernel names none of them. */
const modules = import.meta.glob<Record<string, EntityTarget<ObjectLiteral>>>('../**/*.entity.ts', { eager: true });

export const entities = Object.values(modules).flatMap((module) => Object.values(module));
