package dk.grundskema.api.platform.operation;

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

/** Reads the table structure of the service's database, for all supported kinds of database. */
final class DatabaseTables {
    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;
    private final TreeSet<String> names = new TreeSet<>();

    private DatabaseTables(Connection connection) {
        this.connection = connection;
    }

    static DatabaseTables of(Connection connection) throws SQLException {
        var tables = new DatabaseTables(connection);
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (found.getString("TABLE_TYPE").endsWith("TABLE") && !name.equals(HISTORY)) {
                    tables.names.add(sqlName(name));
                }
            }
        }
        return tables;
    }

    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** Returns a name as SQL code, in the spelling of this database. */
    static String sqlName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns a name in the spelling of this database (upper or lower case). */
    private String storedName(String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    static boolean isTimestamp(ResultSetMetaData columns, int column) throws SQLException {
        return sqlName(columns.getColumnTypeName(column)).startsWith("timestamp");
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Returns whether all tables are empty. */
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

    /** Returns the columns of the primary key, in order. */
    List<String> primaryKey(String table) throws SQLException {
        var columns = new TreeMap<Integer, String>();
        try (ResultSet found =
                connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), storedName(table))) {
            while (found.next()) {
                columns.put(found.getInt("KEY_SEQ"), sqlName(found.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    /** Returns the identity columns. */
    List<String> identityColumns(String table) throws SQLException {
        var counted = new ArrayList<String>();
        try (ResultSet found =
                connection.getMetaData().getColumns(null, connection.getSchema(), storedName(table), "%")) {
            while (found.next()) {
                if ("YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                    counted.add(sqlName(found.getString("COLUMN_NAME")));
                }
            }
        }
        return counted;
    }

    /**
     * A foreign key.
     *
     * @param drop SQL that drops it
     * @param add  SQL that adds it again
     */
    record ForeignKey(String drop, String add) {}

    /** Returns all foreign keys. */
    List<ForeignKey> foreignKeys() throws SQLException {
        var references = new ArrayList<ForeignKey>();
        for (String table : names) {
            var columns = new TreeMap<String, List<String>>();
            var others = new TreeMap<String, List<String>>();
            var targets = new TreeMap<String, String>();
            try (ResultSet found =
                    connection.getMetaData().getImportedKeys(null, connection.getSchema(), storedName(table))) {
                while (found.next()) {
                    String name = found.getString("FK_NAME");
                    columns.computeIfAbsent(name, fresh -> new ArrayList<>())
                            .add(sqlName(found.getString("FKCOLUMN_NAME")));
                    others.computeIfAbsent(name, fresh -> new ArrayList<>())
                            .add(sqlName(found.getString("PKCOLUMN_NAME")));
                    String rule = onDeleteClause(found.getShort("DELETE_RULE"));
                    targets.put(name, sqlName(found.getString("PKTABLE_NAME")) + "|" + rule);
                }
            }
            columns.forEach((name, own) -> {
                String[] target = targets.getOrDefault(name, "|").split("\\|", 2);
                references.add(new ForeignKey(
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

    /** Returns the ON DELETE clause of a rule; empty if deletion is restricted. */
    private static String onDeleteClause(short rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> " ON DELETE CASCADE";
            case DatabaseMetaData.importedKeySetNull -> " ON DELETE SET NULL";
            case DatabaseMetaData.importedKeySetDefault -> " ON DELETE SET DEFAULT";
            default -> "";
        };
    }

    /** Returns the latest applied migration. */
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
