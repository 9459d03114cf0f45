import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';

/** What work inside a transaction may ask for; whatever begins otherwise could end it, or change who it is. */
const MAY_BEGIN =
  /^[\s(]*(select|with|insert|update|delete|merge|values|explain|lock|savepoint|release|rollback to)\b/i;
const NAMES_ANOTHER = /\bset_config\b/i;
const LITERAL = /'(?:[^']|'')*'/g;
const SECOND = /;\s*\S/;

/** @throws for a statement that could leave the transaction, its role or its organisation; nothing of it is run. */
export function refuseLeaving(statement: string): void {
  const leaves =
    !MAY_BEGIN.test(statement) ||
    NAMES_ANOTHER.test(statement) ||
    (statement.includes(';') && SECOND.test(statement.replace(LITERAL, "''")));
  if (leaves)
    throw new Error(
      `This statement could leave its transaction, and was not run: ${statement.slice(0, 100)}`,
    );
}

const ours = new WeakSet<CompiledQuery>();

/** Runs a statement of the transaction's own, which the fence lets pass. */
export async function runOurs(connection: DatabaseConnection, statement: string): Promise<void> {
  const query = CompiledQuery.raw(statement);
  ours.add(query);
  await connection.executeQuery(query);
}

/**
 * Row-level security holds what a forgotten condition would show. This holds what a statement could say to the server
 * about itself: it is refused here, before it is sent, and the check at the end of the transaction stands behind it.
 */
export class FencedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): FencedDriver {
    return new FencedDriver(this.#config);
  }
}

class FencedDriver extends PostgresDriver {
  readonly #fenced = new WeakSet<DatabaseConnection>();

  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(...options);
    if (this.#fenced.has(connection)) return connection;
    this.#fenced.add(connection);
    const send = connection.executeQuery.bind(connection);
    connection.executeQuery = async (query, ...more) => {
      if (!ours.has(query)) refuseLeaving(query.sql);
      return send(query, ...more);
    };
    return connection;
  }
}
