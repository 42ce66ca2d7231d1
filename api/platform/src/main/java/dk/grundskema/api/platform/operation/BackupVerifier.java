package dk.grundskema.api.platform.operation;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.operation.DamagedBackupException.Damage;
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

/** Verifies a backup before it is used. */
public final class BackupVerifier {
    private final Path file;

    private BackupVerifier(Path file) {
        this.file = file;
    }

    /**
     * Content of an undamaged backup.
     *
     * @param isKnown  whether this version knows the format; if not, the other components are empty
     * @param schema   latest migration of the database
     * @param isSealed whether a checksum of the whole file was verified; the first format has none
     * @param rows     number of rows of each table
     * @param broken   documents that were already damaged in the database
     */
    public record BackupContents(
            boolean isKnown, int schema, boolean isSealed, Map<String, Long> rows, List<BrokenDocument> broken) {
        /** Copies the collections. */
        public BackupContents {
            rows = Map.copyOf(rows);
            broken = List.copyOf(broken);
        }

        /**
         * Compares the tables with the expected ones.
         *
         * @throws DamagedBackupException if they differ
         */
        public void requireTables(List<String> tables) throws DamagedBackupException {
            for (String table : tables) {
                if (!rows.containsKey(table)) {
                    throw new DamagedBackupException(Damage.TABLE_MISSING, table);
                }
            }
            for (String table : rows.keySet()) {
                if (!tables.contains(table)) {
                    throw new DamagedBackupException(Damage.TABLE_UNKNOWN, table);
                }
            }
        }
    }

    /**
     * A document whose content does not match its hash.
     *
     * @param hash      stored hash
     * @param revisions revisions that use it, as {@code plan/number}; empty if none does
     */
    public record BrokenDocument(String hash, List<String> revisions) {
        /** Copies the list. */
        public BrokenDocument {
            revisions = List.copyOf(revisions);
        }
    }

    /**
     * Reads a backup completely and verifies checksums and document hashes.
     *
     * @throws DamagedBackupException if it is damaged or not a backup
     * @throws IOException if the file cannot be read
     */
    public static BackupContents verify(Path file) throws IOException {
        return new BackupVerifier(file).readContents();
    }

    private BackupContents readContents() throws IOException {
        FileSeal seal = FileSeal.of(file);
        try (var reader = new BackupReader(file)) {
            if (reader.format() > BackupWriter.FORMAT) {
                return new BackupContents(false, 0, false, Map.of(), List.of());
            }
            Map<String, Long> rows = countRows(reader);
            boolean isOlder = reader.format() == BackupWriter.UNSEALED_FORMAT
                    && reader.rowsWritten().isEmpty();
            if (seal != FileSeal.INTACT && !(isOlder && seal == FileSeal.MISSING)) {
                throw new DamagedBackupException(Damage.CHECKSUM);
            }
            return new BackupContents(true, reader.schema(), seal == FileSeal.INTACT, rows, findBrokenDocuments());
        }
    }

    /** Reads all tables and compares the numbers of rows with the written ones. */
    private static Map<String, Long> countRows(BackupReader reader) throws DamagedBackupException {
        var rows = new TreeMap<String, Long>();
        for (Optional<String> table = reader.nextTable(); table.isPresent(); table = reader.nextTable()) {
            if (rows.put(table.get(), reader.countLines() - 1) != null) {
                throw reader.damagedTable();
            }
        }
        for (Map.Entry<String, Long> written : reader.rowsWritten().entrySet()) {
            Long found = rows.get(written.getKey());
            if (found == null) {
                throw new DamagedBackupException(Damage.TABLE_MISSING, written.getKey());
            }
            if (!found.equals(written.getValue())) {
                throw new DamagedBackupException(Damage.ROWS, written.getKey(), found, written.getValue());
            }
        }
        return rows;
    }

    /** Returns documents that do not match their hashes. As the file is intact, they were already damaged in the database. */
    private List<BrokenDocument> findBrokenDocuments() throws IOException {
        var hashes = new HashSet<String>();
        var revisions = new TreeMap<String, List<String>>();
        try (var reader = new BackupReader(file)) {
            for (Optional<String> table = reader.nextTable(); table.isPresent(); table = reader.nextTable()) {
                if (table.get().equals("document")) {
                    collectBrokenDocuments(reader, hashes);
                } else if (table.get().equals("revision") && !hashes.isEmpty()) {
                    collectAffectedRevisions(reader, hashes, revisions);
                }
            }
        }
        return hashes.stream()
                .sorted()
                .map(hash -> new BrokenDocument(hash, revisions.getOrDefault(hash, List.of())))
                .toList();
    }

    private static void collectBrokenDocuments(BackupReader reader, Set<String> broken) throws DamagedBackupException {
        List<String> columns = reader.columns();
        int hash = columns.indexOf("hash");
        int kind = columns.indexOf("kind");
        int content = columns.indexOf("content");
        for (List<Json> row = reader.nextRow(); row != null; row = reader.nextRow()) {
            if (!text(row, hash).equals(hash(text(row, kind), text(row, content)))) {
                broken.add(text(row, hash));
            }
        }
    }

    /** Returns the correct hash of a document; empty if its content cannot be read. */
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
        return JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good ? good.hash() : "";
    }

    private static void collectAffectedRevisions(
            BackupReader reader, Set<String> broken, Map<String, List<String>> revisions)
            throws DamagedBackupException {
        List<String> columns = reader.columns();
        for (List<Json> row = reader.nextRow(); row != null; row = reader.nextRow()) {
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
