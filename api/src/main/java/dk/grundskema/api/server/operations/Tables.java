package dk.grundskema.api.server.operations;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of the service in a database, whatever sort it is. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;
    private final TreeSet<String> names = new TreeSet<>();

    private Tables(Connection connection) {
        this.connection = connection;
    }

    static Tables of(Connection connection) throws SQLException {
        var tables = new Tables(connection);
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (found.getString("TABLE_TYPE").endsWith("TABLE") && !name.equals(HISTORY)) {
                    tables.names.add(plain(name));
                }
            }
        }
        return tables;
    }

    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** A name as it is written in SQL: each database has its own way to keep it. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A name as this database keeps it. */
    private String kept(String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    static boolean isMoment(ResultSetMetaData columns, int column) throws SQLException {
        return plain(columns.getColumnTypeName(column)).startsWith("timestamp");
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Whether no table has a row. */
    boolean areEmpty() throws SQLException {
        for (String name : names) {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + name)) {
                if (row.next() && row.getLong(1) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The columns of the primary key, in order. */
    List<String> key(String table) throws SQLException {
        var columns = new TreeMap<Integer, String>();
        try (ResultSet found = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), kept(table))) {
            while (found.next()) {
                columns.put(found.getInt("KEY_SEQ"), plain(found.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    /** Columns that the database counts up by itself. */
    List<String> counted(String table) throws SQLException {
        var counted = new ArrayList<String>();
        try (ResultSet found = connection.getMetaData().getColumns(null, connection.getSchema(), kept(table), "%")) {
            while (found.next()) {
                if ("YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                    counted.add(plain(found.getString("COLUMN_NAME")));
                }
            }
        }
        return counted;
    }

    /**
     * A rule that rows of one table name rows of another.
     *
     * @param drop SQL that takes it away
     * @param add  SQL that puts it back
     */
    record Reference(String drop, String add) {}

    /** All rules of that sort. */
    List<Reference> references() throws SQLException {
        var references = new ArrayList<Reference>();
        for (String table : names) {
            var columns = new TreeMap<String, List<String>>();
            var others = new TreeMap<String, List<String>>();
            var targets = new TreeMap<String, String>();
            try (ResultSet found =
                    connection.getMetaData().getImportedKeys(null, connection.getSchema(), kept(table))) {
                while (found.next()) {
                    String name = found.getString("FK_NAME");
                    columns.computeIfAbsent(name, fresh -> new ArrayList<>())
                            .add(plain(found.getString("FKCOLUMN_NAME")));
                    others.computeIfAbsent(name, fresh -> new ArrayList<>())
                            .add(plain(found.getString("PKCOLUMN_NAME")));
                    String rule = onDelete(found.getShort("DELETE_RULE"));
                    targets.put(name, plain(found.getString("PKTABLE_NAME")) + "|" + rule);
                }
            }
            columns.forEach((name, own) -> {
                String[] target = targets.getOrDefault(name, "|").split("\\|", 2);
                references.add(new Reference(
                        "ALTER TABLE %s DROP CONSTRAINT \"%s\"".formatted(table, name),
                        "ALTER TABLE %s ADD CONSTRAINT \"%s\" FOREIGN KEY (%s) REFERENCES %s (%s)%s"
                                .formatted(
                                        table,
                                        name,
                                        String.join(", ", own),
                                        target[0],
                                        String.join(", ", others.getOrDefault(name, List.of())),
                                        target[1])));
            });
        }
        return references;
    }

    /** What becomes of rows that name a row which goes, as it is said in SQL; nothing where it may not go. */
    private static String onDelete(short rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> " ON DELETE CASCADE";
            case DatabaseMetaData.importedKeySetNull -> " ON DELETE SET NULL";
            case DatabaseMetaData.importedKeySetDefault -> " ON DELETE SET DEFAULT";
            default -> "";
        };
    }

    /** The latest migration that was done. */
    String schemaVersion() throws SQLException {
        int latest = 0;
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
            while (rows.next()) {
                latest = Math.max(latest, Integer.parseInt(rows.getString(1)));
            }
        }
        return String.valueOf(latest);
    }
}
