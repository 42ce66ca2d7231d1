package dk.grundskema.api.platform.operation;

import dk.grundskema.api.documents.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Restores the archive of a {@link BackupWriter} into a database with empty tables. */
public final class BackupRestorer implements AutoCloseable {
    private static final int BATCH_SIZE = 500;

    private final BackupReader archive;

    /**
     * @param file the archive, which {@link BackupVerifier} has verified
     * @throws IOException if it cannot be read
     */
    public BackupRestorer(Path file) throws IOException {
        archive = new BackupReader(file);
    }

    /** Returns whether the database is empty, so that nothing is overwritten. */
    public static boolean isEmpty(Connection connection) throws SQLException {
        return DatabaseTables.of(connection).areEmpty();
    }

    /** Returns the names of the tables that a backup of the database contains. */
    public static List<String> tableNames(Connection connection) throws SQLException {
        return DatabaseTables.of(connection).names();
    }

    /**
     * Restores all tables except sessions and password codes, which may have been used or have ended since; users must sign in again.
     * Pending mails are not sent. Atomic if the database can roll back schema changes; the embedded one cannot, and is unusable after a
     * failure.
     *
     * @throws IOException if the archive cannot be read, or contains invalid content
     */
    public void restoreInto(Connection connection) throws SQLException, IOException {
        DatabaseTables tables = DatabaseTables.of(connection);
        List<DatabaseTables.ForeignKey> references = tables.foreignKeys();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (DatabaseTables.ForeignKey reference : references) {
                statement.execute(reference.drop());
            }
            for (Optional<String> next = archive.nextTable(); next.isPresent(); next = archive.nextTable()) {
                String table = next.get();
                fillTable(connection, table);
                for (String column : tables.identityColumns(table)) {
                    restartIdentity(connection, table, column);
                }
            }
            statement.execute("DELETE FROM credential WHERE kind IN ('SESSION', 'PASSWORD_CODE')");
            if (tables.names().contains("notice")) {
                // Mails that were pending at the time of the backup may have been sent since.
                statement.execute("UPDATE notice SET state = 'UNCERTAIN' WHERE state IN ('PENDING', 'SENDING')");
                statement.execute("UPDATE notice_round SET told = FALSE");
            }
            for (DatabaseTables.ForeignKey reference : references) {
                statement.execute(reference.add());
            }
            connection.commit();
        } catch (SQLException | IOException e) {
            connection.rollback();
            throw e;
        } catch (RuntimeException e) { // an invalid value
            connection.rollback();
            throw new IOException("The backup contains a value that its table does not accept.", e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void fillTable(Connection connection, String table) throws SQLException, IOException {
        List<String> columns = archive.columns();
        String list = String.join(", ", columns);
        String marks = String.join(", ", columns.stream().map(each -> "?").toList());
        try (var probe = connection.prepareStatement("SELECT " + list + " FROM " + table + " WHERE 1 = 0");
                ResultSet none = probe.executeQuery();
                var insert =
                        connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, list, marks))) {
            insertRows(none.getMetaData(), insert);
        }
    }

    private void insertRows(ResultSetMetaData types, PreparedStatement insert) throws SQLException, IOException {
        int waiting = 0;
        for (List<Json> values = archive.nextRow(); values != null; values = archive.nextRow()) {
            for (int i = 1; i <= values.size(); i++) {
                setValue(insert, i, values.get(i - 1), types);
            }
            insert.addBatch();
            if (++waiting == BATCH_SIZE) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        insert.executeBatch();
    }

    private static void setValue(PreparedStatement insert, int column, Json value, ResultSetMetaData types)
            throws SQLException {
        int type = types.getColumnType(column);
        switch (value) {
            case Json.JsonNull nothing -> insert.setNull(column, type);
            case Json.JsonBoolean truth -> insert.setBoolean(column, truth.value());
            case Json.JsonNumber number -> setNumber(insert, column, number.value(), type);
            case Json.JsonString text
            when isBytes(type) -> insert.setBytes(column, Base64.getDecoder().decode(text.value()));
            case Json.JsonString text
            when DatabaseTables.isTimestamp(types, column) ->
                insert.setObject(column, OffsetDateTime.parse(text.value()));
            case Json.JsonString text -> insert.setString(column, text.value());
            default -> throw new SQLException("A value (%s) does not belong to any table.".formatted(value.kind()));
        }
    }

    private static void setNumber(PreparedStatement insert, int column, BigDecimal value, int type)
            throws SQLException {
        if (type == Types.NUMERIC || type == Types.DECIMAL) {
            insert.setBigDecimal(column, value);
        } else if (type == Types.DOUBLE || type == Types.FLOAT || type == Types.REAL) {
            insert.setDouble(column, value.doubleValue());
        } else {
            insert.setLong(column, value.longValueExact());
        }
    }

    private static boolean isBytes(int type) {
        return type == Types.BLOB || type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY;
    }

    /** Continues identity columns after the highest restored value. */
    private static void restartIdentity(Connection connection, String table, String column) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT COALESCE(MAX(%s), 0) + 1 FROM %s".formatted(column, table))) {
            if (row.next()) {
                long next = row.getLong(1);
                try (var change = connection.createStatement()) {
                    change.execute("ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d".formatted(table, column, next));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
