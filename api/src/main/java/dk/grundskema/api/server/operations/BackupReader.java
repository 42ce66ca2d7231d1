package dk.grundskema.api.server.operations;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.operations.DamagedBackup.Damage;
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
 * Reads what a {@link Dump} wrote from front to back. The checksum of each entry is compared when its end is reached. Memory is bounded, but for the
 * length of a line.
 */
final class BackupReader implements AutoCloseable {
    /** Head and end are a line each; what is longer is none of ours. */
    private static final int LONGEST_OBJECT = 1 << 20;

    private final ZipInputStream zip;
    private final Map<String, Object> head;
    private Map<String, Object> end = Map.of();
    private String entry = "";
    private @Nullable BufferedReader lines;

    /**
     * Opens a backup and reads its head.
     *
     * @throws DamagedBackup if it doesn't begin as a backup does
     * @throws IOException   if the file can't be opened
     */
    BackupReader(Path file) throws IOException {
        zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
        try {
            if (!nextEntry().equals(Dump.HEAD)) {
                throw new DamagedBackup(Damage.NO_BACKUP);
            }
            head = object();
        } catch (IOException e) {
            zip.close();
            throw new DamagedBackup(Damage.NO_BACKUP);
        }
    }

    /** The form that it is written in. */
    int format() throws DamagedBackup {
        return number("format");
    }

    /** The latest migration of the database that it is of. */
    int schema() throws DamagedBackup {
        return number("schema");
    }

    private int number(String name) throws DamagedBackup {
        try {
            return Integer.parseInt(String.valueOf(head.get(name)));
        } catch (NumberFormatException e) {
            throw new DamagedBackup(Damage.NO_BACKUP);
        }
    }

    /** How many rows of each table were written; known behind the last table, empty if the form doesn't tell. */
    Map<String, Long> rowsWritten() {
        var rows = new TreeMap<String, Long>();
        end.forEach((table, count) ->
                rows.put(table, count instanceof Number number ? number.longValue() : Long.valueOf(-1)));
        return rows;
    }

    /**
     * Goes to the next table, passing over what is left of the present one.
     *
     * @return its name; empty behind the last one
     * @throws DamagedBackup if the archive can't be read to its end
     */
    Optional<String> nextTable() throws DamagedBackup {
        if (lines != null) {
            lines = null;
            skip();
        }
        String before = entry;
        try {
            String next = nextEntry();
            if (next.equals(Dump.END)) {
                end = object();
                return Optional.empty();
            }
            if (next.startsWith(Dump.TABLES)) {
                lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
                return Optional.of(next.substring(Dump.TABLES.length()));
            }
        } catch (IOException e) {
            // said below
        }
        throw new DamagedBackup(Damage.CUT_OFF, before);
    }

    /** The next line of the present table, {@code null} behind the last one. */
    @Nullable
    String line() throws DamagedBackup {
        try {
            return lines == null ? null : lines.readLine();
        } catch (IOException e) {
            throw inTable();
        }
    }

    /** The next line of the present table as its values, {@code null} behind the last one. */
    @Nullable
    List<Json> row() throws DamagedBackup {
        String line = line();
        if (line == null) {
            return null;
        }
        if (JsonParsing.parse(line) instanceof Read.Good<Json> good && good.value() instanceof Json.Listing list) {
            return list.elements();
        }
        throw inTable();
    }

    /** The names of the columns of the present table: its first line. */
    List<String> columns() throws DamagedBackup {
        List<Json> names = row();
        if (names == null) {
            throw inTable();
        }
        return names.stream()
                .map(name -> name instanceof Json.Text text ? text.value() : "")
                .toList();
    }

    /** Counts the lines of the present table, whatever is in them and however long they are. */
    long countLines() throws DamagedBackup {
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
            throw inTable();
        }
        return count;
    }

    /** The present table can't be read as it was written. */
    DamagedBackup inTable() {
        return new DamagedBackup(Damage.TABLE, entry.substring(Dump.TABLES.length()));
    }

    private void skip() throws DamagedBackup {
        try {
            zip.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw inTable();
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
        } catch (RuntimeException e) { // what the JDK doesn't expect in headers
            throw new IOException(e);
        }
    }

    /** The object that the present entry is; empty if nothing is in it. */
    private Map<String, Object> object() throws IOException {
        String text = new String(zip.readNBytes(LONGEST_OBJECT), StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return Map.of();
        }
        if (JsonParsing.parse(text) instanceof Read.Good<Json> good
                && good.value() instanceof Json.Structure structure) {
            return Json.toMap(structure);
        }
        throw new IOException("No object.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
