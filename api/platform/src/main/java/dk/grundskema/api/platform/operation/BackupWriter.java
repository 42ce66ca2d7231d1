package dk.grundskema.api.platform.operation;

import dk.grundskema.api.documents.json.JsonNumberCodec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a consistent snapshot of the database in a format that is independent of the kind of database: a zip archive with one text file
 * for each table and a head with versions. The first line of a table contains the column names, each other line a row. An end entry with
 * the numbers of rows shows that the archive is complete. A {@link FileSeal} covers the archive.
 */
public final class BackupWriter {
    /** Format version that is written; older ones can be read. */
    static final int FORMAT = 2;

    /** Format version without seal and numbers of rows. */
    static final int UNSEALED_FORMAT = 1;

    /** Entry with the format version and the latest migration. */
    static final String HEAD = "grundskema-backup.json";

    /** Prefix of the names of table entries. */
    static final String TABLES = "tables/";

    /** Last entry; if it is missing, the archive was cut off. Contains the number of rows of each table. */
    static final String END = "complete";

    private static final int H2_SNAPSHOT = 6;
    private static final int BATCH_SIZE = 500;

    private final Connection connection;
    private final DatabaseTables tables;

    private BackupWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = DatabaseTables.of(connection);
    }

    /**
     * Writes all tables. Does not block concurrent writers.
     *
     * @throws SQLException if the database cannot be read
     * @throws IOException if the archive cannot be written
     */
    public static void write(Connection connection, OutputStream out) throws SQLException, IOException {
        boolean isH2 = DatabaseTables.isH2(connection);
        connection.setTransactionIsolation(isH2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            new BackupWriter(connection).write(out);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private void write(OutputStream out) throws SQLException, IOException {
        var sealed = new FileSeal.SealedOutput(out);
        var zip = new ZipOutputStream(sealed);
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        beginEntry(zip, HEAD);
        writer.write("{\"format\": %d, \"schema\": \"%s\"}\n".formatted(FORMAT, tables.schemaVersion()));
        endEntry(zip, writer);
        var counts = new ArrayList<String>();
        for (String table : tables.names()) {
            beginEntry(zip, TABLES + table);
            counts.add("%s: %d".formatted(quote(table), writeTable(table, writer)));
            endEntry(zip, writer);
        }
        beginEntry(zip, END);
        writer.write("{" + String.join(", ", counts) + "}\n");
        endEntry(zip, writer);
        FileSeal.SealedOutput.reserve(zip);
        zip.finish();
        sealed.seal();
    }

    private static void beginEntry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static void endEntry(ZipOutputStream zip, Writer writer) throws IOException {
        writer.flush();
        zip.closeEntry();
    }

    /** Writes a table and returns its number of rows. */
    private long writeTable(String table, Writer writer) throws SQLException, IOException {
        List<String> key = tables.primaryKey(table);
        String order = key.isEmpty() ? "" : " ORDER BY " + String.join(", ", key);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(BATCH_SIZE);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + order)) {
                ResultSetMetaData columns = rows.getMetaData();
                var names = new ArrayList<String>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(quote(DatabaseTables.sqlName(columns.getColumnName(i))));
                }
                writer.write("[" + String.join(", ", names) + "]\n");
                long count = 0;
                for (; rows.next(); count++) {
                    writeRow(rows, columns, writer);
                }
                return count;
            }
        }
    }

    private static void writeRow(ResultSet rows, ResultSetMetaData columns, Writer writer)
            throws SQLException, IOException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            writer.write(i == 1 ? "[" : ", ");
            writer.write(formatValue(rows, i, columns.getColumnType(i)));
        }
        writer.write("]\n");
    }

    private static String formatValue(ResultSet rows, int column, int type) throws SQLException {
        if (rows.getObject(column) == null) {
            return "null";
        }
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> String.valueOf(rows.getBoolean(column));
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT -> String.valueOf(rows.getLong(column));
            case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.FLOAT, Types.REAL ->
                JsonNumberCodec.format(rows.getBigDecimal(column));
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                quote(Base64.getEncoder().encodeToString(rows.getBytes(column)));
            default ->
                DatabaseTables.isTimestamp(rows.getMetaData(), column)
                        ? quote(rows.getObject(column, OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toString())
                        : quote(rows.getString(column));
        };
    }

    private static String quote(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029 || c == 0x85) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
