package dk.grundskema.api.server.operations;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.server.operations.DamagedBackup.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Finds out whether a backup is what was written, before anything is done with it. */
public final class BackupCheck {
    private final Path file;

    private BackupCheck(Path file) {
        this.file = file;
    }

    /**
     * What an undamaged backup holds.
     *
     * @param isKnown  whether its form is known here; if not, nothing else is known of it
     * @param schema   the latest migration of the database that it is of
     * @param isSealed whether a checksum of the whole file was compared; backups in the first form have none
     * @param rows     the number of rows of each table
     * @param broken   documents that were damaged in the database already when the backup was made
     */
    public record Contents(
            boolean isKnown, int schema, boolean isSealed, Map<String, Long> rows, List<BrokenDocument> broken) {
        /** Copies the collections. */
        public Contents {
            rows = Map.copyOf(rows);
            broken = List.copyOf(broken);
        }

        /**
         * Compares the tables with those that the database should have.
         *
         * @throws DamagedBackup if they aren't the same
         */
        public void expectTables(List<String> tables) throws DamagedBackup {
            for (String table : tables) {
                if (!rows.containsKey(table)) {
                    throw new DamagedBackup(Damage.TABLE_MISSING, table);
                }
            }
            for (String table : rows.keySet()) {
                if (!tables.contains(table)) {
                    throw new DamagedBackup(Damage.TABLE_UNKNOWN, table);
                }
            }
        }
    }

    /**
     * A document whose content isn't what its hash says.
     *
     * @param hash      the hash that it is kept under
     * @param revisions the revisions that use it, as {@code plan/number}; empty if only something else does
     */
    public record BrokenDocument(String hash, List<String> revisions) {
        /** Copies the list. */
        public BrokenDocument {
            revisions = List.copyOf(revisions);
        }
    }

    /**
     * Reads a backup from end to end and compares its checksums and the hashes of its documents.
     *
     * @throws DamagedBackup if it isn't what was written, or none
     * @throws IOException   if the file can't be read
     */
    public static Contents of(Path file) throws IOException {
        return new BackupCheck(file).contents();
    }

    private Contents contents() throws IOException {
        FileSeal seal = FileSeal.of(file);
        try (var reader = new BackupReader(file)) {
            if (reader.format() > Dump.FORMAT) {
                return new Contents(false, 0, false, Map.of(), List.of());
            }
            Map<String, Long> rows = rows(reader);
            boolean isOlder = reader.format() == Dump.UNSEALED_FORMAT
                    && reader.rowsWritten().isEmpty();
            if (seal != FileSeal.INTACT && !(isOlder && seal == FileSeal.MISSING)) {
                throw new DamagedBackup(Damage.CHECKSUM);
            }
            return new Contents(true, reader.schema(), seal == FileSeal.INTACT, rows, broken());
        }
    }

    /** Reads all tables, and compares how many rows they have with how many were written. */
    private static Map<String, Long> rows(BackupReader reader) throws DamagedBackup {
        var rows = new TreeMap<String, Long>();
        for (Optional<String> table = reader.nextTable(); table.isPresent(); table = reader.nextTable()) {
            if (rows.put(table.get(), reader.countLines() - 1) != null) {
                throw reader.inTable();
            }
        }
        for (Map.Entry<String, Long> written : reader.rowsWritten().entrySet()) {
            Long found = rows.get(written.getKey());
            if (found == null) {
                throw new DamagedBackup(Damage.TABLE_MISSING, written.getKey());
            }
            if (!found.equals(written.getValue())) {
                throw new DamagedBackup(Damage.ROWS, written.getKey(), found, written.getValue());
            }
        }
        return rows;
    }

    /** Since the file is what was written, a document that isn't what its hash says was so in the database. */
    private List<BrokenDocument> broken() throws IOException {
        var hashes = new HashSet<String>();
        var revisions = new TreeMap<String, List<String>>();
        try (var reader = new BackupReader(file)) {
            for (Optional<String> table = reader.nextTable(); table.isPresent(); table = reader.nextTable()) {
                if (table.get().equals("document")) {
                    documents(reader, hashes);
                } else if (table.get().equals("revision") && !hashes.isEmpty()) {
                    revisions(reader, hashes, revisions);
                }
            }
        }
        return hashes.stream()
                .sorted()
                .map(hash -> new BrokenDocument(hash, revisions.getOrDefault(hash, List.of())))
                .toList();
    }

    private static void documents(BackupReader reader, Set<String> broken) throws DamagedBackup {
        List<String> columns = reader.columns();
        int hash = columns.indexOf("hash");
        int kind = columns.indexOf("kind");
        int content = columns.indexOf("content");
        for (List<Json> row = reader.row(); row != null; row = reader.row()) {
            if (!text(row, hash).equals(hash(text(row, kind), text(row, content)))) {
                broken.add(text(row, hash));
            }
        }
    }

    /** The hash that a document should have; empty if its content can't be read. */
    private static String hash(String kind, String content) {
        String text;
        try (var zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(content)))) {
            text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
        if (kind.equals("TIMETABLE")) {
            return Sha256.of(text);
        }
        return JsonParsing.parse(text) instanceof Read.Good<Json> good ? good.hash() : "";
    }

    private static void revisions(BackupReader reader, Set<String> broken, Map<String, List<String>> revisions)
            throws DamagedBackup {
        List<String> columns = reader.columns();
        for (List<Json> row = reader.row(); row != null; row = reader.row()) {
            String name = text(row, columns.indexOf("plan")) + "/" + text(row, columns.indexOf("number"));
            for (String column : List.of("problem", "timetable")) {
                String hash = text(row, columns.indexOf(column));
                if (broken.contains(hash)) {
                    revisions.computeIfAbsent(hash, fresh -> new ArrayList<>()).add(name);
                }
            }
        }
    }

    private static String text(List<Json> row, int column) {
        return column < 0 || column >= row.size() ? "" : String.valueOf(Json.toJava(row.get(column)));
    }
}
