package dk.grundskema.api.server.operations;

import dk.grundskema.api.platform.NumberText;
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
 * Everything that the database holds, as it was at one moment, in a form that each sort of database reads: a zip archive with a file of
 * lines for each table, and what it is of. The first line of a table names its columns, each other one is a row. A {@link FileSeal} covers the archive.
 */
public final class Dump {
    /** The form that is written; one that is read may be older. */
    static final int FORMAT = 2;

    /** The form without a seal and without numbers of rows. */
    static final int UNSEALED_FORMAT = 1;

    /** Tells the form and the state of the tables. */
    static final String HEAD = "grundskema-backup.json";

    /** Begins the names of the files of tables. */
    static final String TABLES = "tables/";

    /** Written last: an archive without it was cut off. Tells how many rows of each table come before it. */
    static final String END = "complete";

    private static final int H2_SNAPSHOT = 6;
    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;
    private final Tables tables;

    private Dump(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = Tables.of(connection);
    }

    /**
     * Writes everything; others may go on writing to the database meanwhile.
     *
     * @throws SQLException if the database can't be read
     * @throws IOException  if the archive can't be written
     */
    public static void write(Connection connection, OutputStream out) throws SQLException, IOException {
        boolean isH2 = Tables.isH2(connection);
        connection.setTransactionIsolation(isH2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            new Dump(connection).write(out);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private void write(OutputStream out) throws SQLException, IOException {
        var sealed = new FileSeal.Output(out);
        var zip = new ZipOutputStream(sealed);
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        begin(zip, HEAD);
        writer.write("{\"format\": %d, \"schema\": \"%s\"}\n".formatted(FORMAT, tables.schemaVersion()));
        end(zip, writer);
        var counts = new ArrayList<String>();
        for (String table : tables.names()) {
            begin(zip, TABLES + table);
            counts.add("%s: %d".formatted(quoted(table), table(table, writer)));
            end(zip, writer);
        }
        begin(zip, END);
        writer.write("{" + String.join(", ", counts) + "}\n");
        end(zip, writer);
        FileSeal.Output.reserve(zip);
        zip.finish();
        sealed.seal();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static void end(ZipOutputStream zip, Writer writer) throws IOException {
        writer.flush();
        zip.closeEntry();
    }

    /** Writes a table; returns how many rows it has. */
    private long table(String table, Writer writer) throws SQLException, IOException {
        List<String> key = tables.key(table);
        String order = key.isEmpty() ? "" : " ORDER BY " + String.join(", ", key);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + order)) {
                ResultSetMetaData columns = rows.getMetaData();
                var names = new ArrayList<String>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(quoted(Tables.plain(columns.getColumnName(i))));
                }
                writer.write("[" + String.join(", ", names) + "]\n");
                long count = 0;
                for (; rows.next(); count++) {
                    row(rows, columns, writer);
                }
                return count;
            }
        }
    }

    private static void row(ResultSet rows, ResultSetMetaData columns, Writer writer) throws SQLException, IOException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            writer.write(i == 1 ? "[" : ", ");
            writer.write(value(rows, i, columns.getColumnType(i)));
        }
        writer.write("]\n");
    }

    private static String value(ResultSet rows, int column, int type) throws SQLException {
        if (rows.getObject(column) == null) {
            return "null";
        }
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> String.valueOf(rows.getBoolean(column));
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT -> String.valueOf(rows.getLong(column));
            case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.FLOAT, Types.REAL ->
                NumberText.of(rows.getBigDecimal(column));
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                quoted(Base64.getEncoder().encodeToString(rows.getBytes(column)));
            default ->
                Tables.isMoment(rows.getMetaData(), column)
                        ? quoted(rows.getObject(column, OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toString())
                        : quoted(rows.getString(column));
        };
    }

    private static String quoted(String text) {
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
