package dk.grundskema.api.platform.operation;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.operation.DamagedBackupException.Damage;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the archive of a {@link BackupWriter} sequentially and verifies the checksum of each entry at its end. Memory is bounded except for
 * the length of a line.
 */
final class BackupReader implements AutoCloseable {
    /** Maximum size of head and end, which are one line each; longer ones were not written by this program. */
    private static final int LONGEST_OBJECT = 1 << 20;

    private final ZipInputStream zip;
    private final Map<String, Object> head;
    private Map<String, Object> end = Map.of();
    private String entry = "";
    private @Nullable BufferedReader lines;

    /**
     * Opens a backup and reads its head.
     *
     * @throws DamagedBackupException if the file does not start like a backup
     * @throws IOException if the file cannot be opened
     */
    BackupReader(Path file) throws IOException {
        zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
        try {
            if (!nextEntry().equals(BackupWriter.HEAD)) {
                throw new DamagedBackupException(Damage.NO_BACKUP);
            }
            head = readObject();
        } catch (IOException e) {
            zip.close();
            throw new DamagedBackupException(Damage.NO_BACKUP);
        }
    }

    /** Returns the format version. */
    int format() throws DamagedBackupException {
        return headNumber("format");
    }

    /** Returns the latest migration of the database in the backup. */
    int schema() throws DamagedBackupException {
        return headNumber("schema");
    }

    private int headNumber(String name) throws DamagedBackupException {
        try {
            return Integer.parseInt(String.valueOf(head.get(name)));
        } catch (NumberFormatException e) {
            throw new DamagedBackupException(Damage.NO_BACKUP);
        }
    }

    /** Returns the written number of rows of each table. Available after the last table; empty if the format does not contain it. */
    Map<String, Long> rowsWritten() {
        var rows = new TreeMap<String, Long>();
        end.forEach((table, count) ->
                rows.put(table, count instanceof Number number ? number.longValue() : Long.valueOf(-1)));
        return rows;
    }

    /**
     * Goes to the next table and skips the rest of the current one.
     *
     * @return name of the table; empty after the last one
     * @throws DamagedBackupException if the archive cannot be read to its end
     */
    Optional<String> nextTable() throws DamagedBackupException {
        if (lines != null) {
            lines = null;
            skip();
        }
        String before = entry;
        try {
            String next = nextEntry();
            if (next.equals(BackupWriter.END)) {
                end = readObject();
                return Optional.empty();
            }
            if (next.startsWith(BackupWriter.TABLES)) {
                lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
                return Optional.of(next.substring(BackupWriter.TABLES.length()));
            }
        } catch (IOException e) {
            // reported below
        }
        throw new DamagedBackupException(Damage.CUT_OFF, before);
    }

    /** Returns the next line of the current table, {@code null} after the last one. */
    @Nullable
    String nextLine() throws DamagedBackupException {
        try {
            return lines == null ? null : lines.readLine();
        } catch (IOException e) {
            throw damagedTable();
        }
    }

    /** Returns the values of the next line of the current table, {@code null} after the last one. */
    @Nullable
    List<Json> nextRow() throws DamagedBackupException {
        String line = nextLine();
        if (line == null) {
            return null;
        }
        if (JsonTreeParser.parse(line) instanceof ReadResult.Success<Json> good
                && good.value() instanceof Json.JsonArray list) {
            return list.elements();
        }
        throw damagedTable();
    }

    /** Returns the column names of the current table, which are its first line. */
    List<String> columns() throws DamagedBackupException {
        List<Json> names = nextRow();
        if (names == null) {
            throw damagedTable();
        }
        return names.stream()
                .map(name -> name instanceof Json.JsonString text ? text.value() : "")
                .toList();
    }

    /** Returns the number of lines of the current table, regardless of their content and length. */
    long countLines() throws DamagedBackupException {
        lines = null;
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        try {
            for (int length = zip.read(buffer); length >= 0; length = zip.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    count += buffer[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw damagedTable();
        }
        return count;
    }

    /** Returns the exception for a current table that is damaged. */
    DamagedBackupException damagedTable() {
        return new DamagedBackupException(Damage.TABLE, entry.substring(BackupWriter.TABLES.length()));
    }

    private void skip() throws DamagedBackupException {
        try {
            zip.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw damagedTable();
        }
    }

    private String nextEntry() throws IOException {
        try {
            ZipEntry next = zip.getNextEntry();
            if (next == null) {
                throw new IOException("The archive ends early.");
            }
            entry = next.getName();
            return entry;
        } catch (RuntimeException e) { // the JDK throws unexpected exceptions for damaged headers
            throw new IOException(e);
        }
    }

    /** Returns the JSON object in the current entry; empty if the entry is empty. */
    private Map<String, Object> readObject() throws IOException {
        String text = new String(zip.readNBytes(LONGEST_OBJECT), StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return Map.of();
        }
        if (JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good
                && good.value() instanceof Json.JsonObject structure) {
            return Json.toMap(structure);
        }
        throw new IOException("Not a JSON object.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
