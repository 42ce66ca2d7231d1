package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file as tables, by what it holds and not by what it is called. Never throws because of a file's bytes. */
public final class TableFile {
    private static final double MEGABYTE = 1024.0 * 1024;

    private TableFile() {}

    /**
     * The tables in a file.
     *
     * @param name the file as the user named it
     * @param file where it is
     */
    public static Tables read(String name, Path file) {
        var whole = new Place(name, "");
        try {
            if (Files.isDirectory(file)) {
                return Tables.none(FileFinding.error(whole, "file.is-folder", name));
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(Limits.FILE + 1);
            }
            if (bytes.length > Limits.FILE) {
                double size = Math.ceil(Math.max(Files.size(file), bytes.length) / MEGABYTE);
                return Tables.none(FileFinding.error(whole, "file.too-large", size, Limits.FILE / MEGABYTE));
            }
            return read(name, bytes);
        } catch (NoSuchFileException e) {
            return Tables.none(FileFinding.error(whole, "file.not-found", name));
        } catch (IOException | SecurityException e) {
            return Tables.none(FileFinding.error(whole, "file.not-readable", name));
        }
    }

    /** The tables in the bytes of a file. */
    public static Tables read(String name, byte[] bytes) {
        var whole = new Place(name, "");
        return switch (FileKind.of(bytes)) {
            case EMPTY -> Tables.none(FileFinding.error(whole, "file.empty"));
            case ZIP -> XlsxFile.read(name, bytes);
            case OLE2 -> Tables.none(FileFinding.error(whole, ole2(bytes)));
            case PDF -> Tables.none(FileFinding.error(whole, "import.file.pdf"));
            case BINARY -> Tables.none(FileFinding.error(whole, "import.file.no-table"));
            case TEXT ->
                name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                        ? Tables.none(FileFinding.error(whole, "import.file.no-workbook"))
                        : CsvFile.read(name, bytes);
        };
    }

    /** Workbooks with a password and workbooks of old Excel begin alike. */
    private static String ole2(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String marker = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return text.contains(marker) ? "import.file.password" : "import.file.old-excel";
    }
}
