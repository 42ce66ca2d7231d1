package dk.grundskema.api.server.operations;

import dk.grundskema.api.platform.Json;
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

/** Brings what a {@link Dump} holds back into a database whose tables are there and empty. */
public final class Restoring implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 500;

    private final BackupReader archive;

    /**
     * @param file the archive, which {@link BackupCheck} has found undamaged
     * @throws IOException if it can't be read
     */
    public Restoring(Path file) throws IOException {
        archive = new BackupReader(file);
    }

    /** Whether nothing would be overwritten. */
    public static boolean isRoomIn(Connection connection) throws SQLException {
        return Tables.of(connection).areEmpty();
    }

    /** The names of the tables that backups of a database have. */
    public static List<String> tables(Connection connection) throws SQLException {
        return Tables.of(connection).names();
    }

    /**
     * Puts everything into the tables but sessions and password codes: they may have been used or ended since. People sign in again. Mails that
     * were to be sent aren't sent. All or nothing, if the database can take back
     * changes of its tables' rules; the embedded one can't, and is of no use after a failure.
     *
     * @throws IOException if the archive can't be read, or holds what none of ours does
     */
    public void into(Connection connection) throws SQLException, IOException {
        Tables tables = Tables.of(connection);
        List<Tables.Reference> references = tables.references();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (Tables.Reference reference : references) {
                statement.execute(reference.drop());
            }
            for (Optional<String> next = archive.nextTable(); next.isPresent(); next = archive.nextTable()) {
                String table = next.get();
                fill(connection, table);
                for (String column : tables.counted(table)) {
                    goOn(connection, table, column);
                }
            }
            statement.execute("DELETE FROM credential WHERE kind IN ('SESSION', 'PASSWORD_CODE')");
            if (tables.names().contains("notice")) {
                // What was to be sent when the backup was made was sent long ago, or nobody knows.
                statement.execute("UPDATE notice SET state = 'UNCERTAIN' WHERE state IN ('PENDING', 'SENDING')");
                statement.execute("UPDATE notice_round SET told = FALSE");
            }
            for (Tables.Reference reference : references) {
                statement.execute(reference.add());
            }
            connection.commit();
        } catch (SQLException | IOException e) {
            connection.rollback();
            throw e;
        } catch (RuntimeException e) { // a value that none of ours has
            connection.rollback();
            throw new IOException("The backup holds a value that its table can't take.", e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void fill(Connection connection, String table) throws SQLException, IOException {
        List<String> columns = archive.columns();
        String list = String.join(", ", columns);
        String marks = String.join(", ", columns.stream().map(each -> "?").toList());
        try (var probe = connection.prepareStatement("SELECT " + list + " FROM " + table + " WHERE 1 = 0");
                ResultSet none = probe.executeQuery();
                var insert =
                        connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(table, list, marks))) {
            rows(none.getMetaData(), insert);
        }
    }

    private void rows(ResultSetMetaData types, PreparedStatement insert) throws SQLException, IOException {
        int waiting = 0;
        for (List<Json> values = archive.row(); values != null; values = archive.row()) {
            for (int i = 1; i <= values.size(); i++) {
                set(insert, i, values.get(i - 1), types);
            }
            insert.addBatch();
            if (++waiting == ROWS_AT_ONCE) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        insert.executeBatch();
    }

    private static void set(PreparedStatement insert, int column, Json value, ResultSetMetaData types)
            throws SQLException {
        int type = types.getColumnType(column);
        switch (value) {
            case Json.Nothing nothing -> insert.setNull(column, type);
            case Json.Truth truth -> insert.setBoolean(column, truth.value());
            case Json.Numeric number -> number(insert, column, number.value(), type);
            case Json.Text text
            when isBytes(type) -> insert.setBytes(column, Base64.getDecoder().decode(text.value()));
            case Json.Text text
            when Tables.isMoment(types, column) -> insert.setObject(column, OffsetDateTime.parse(text.value()));
            case Json.Text text -> insert.setString(column, text.value());
            default -> throw new SQLException("A value (%s) is none of a table.".formatted(value.kind()));
        }
    }

    private static void number(PreparedStatement insert, int column, BigDecimal value, int type) throws SQLException {
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

    /** What the database counts up by itself goes on after what is there. */
    private static void goOn(Connection connection, String table, String column) throws SQLException {
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
