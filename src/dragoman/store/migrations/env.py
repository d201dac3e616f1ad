"""How Alembic runs our migrations: on the connection and in the transaction that the store gives it."""

from alembic import context

from dragoman.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
