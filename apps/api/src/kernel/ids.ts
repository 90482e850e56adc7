const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that no record can have is answered like one that no record has: nothing but a UUID reaches a query. */
export const isId = (id: string): boolean => UUID.test(id);
