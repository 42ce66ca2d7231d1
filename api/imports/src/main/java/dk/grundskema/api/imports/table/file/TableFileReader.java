package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file as tables, by its content and not its name. No content of the file makes it throw. */
public final class TableFileReader {
    private static final double MEGABYTE = 1024.0 * 1024;

    private TableFileReader() {}

    /**
     * Returns the tables in a file.
     *
     * @param name the file as the user named it
     * @param file its path
     */
    public static TableReadResult read(String name, Path file) {
        var whole = new SourceLocation(name, "");
        try {
            if (Files.isDirectory(file)) {
                return TableReadResult.unreadable(FileFinding.error(whole, "file.is-folder", name));
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(TableLimits.FILE + 1);
            }
            if (bytes.length > TableLimits.FILE) {
                double size = Math.ceil(Math.max(Files.size(file), bytes.length) / MEGABYTE);
                return TableReadResult.unreadable(
                        FileFinding.error(whole, "file.too-large", size, TableLimits.FILE / MEGABYTE));
            }
            return read(name, bytes);
        } catch (NoSuchFileException e) {
            return TableReadResult.unreadable(FileFinding.error(whole, "file.not-found", name));
        } catch (IOException | SecurityException e) {
            return TableReadResult.unreadable(FileFinding.error(whole, "file.not-readable", name));
        }
    }

    /** Returns the tables in the bytes of a file. */
    public static TableReadResult read(String name, byte[] bytes) {
        var whole = new SourceLocation(name, "");
        return switch (FileKind.detect(bytes)) {
            case EMPTY -> TableReadResult.unreadable(FileFinding.error(whole, "file.empty"));
            case ZIP -> XlsxTableReader.read(name, bytes);
            case OLE2 -> TableReadResult.unreadable(FileFinding.error(whole, ole2FindingCode(bytes)));
            case PDF -> TableReadResult.unreadable(FileFinding.error(whole, "import.file.pdf"));
            case BINARY -> TableReadResult.unreadable(FileFinding.error(whole, "import.file.no-table"));
            case TEXT ->
                name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                        ? TableReadResult.unreadable(FileFinding.error(whole, "import.file.no-workbook"))
                        : CsvTableReader.read(name, bytes);
        };
    }

    /** Workbooks with a password and workbooks of old Excel have the same first bytes. */
    private static String ole2FindingCode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String marker = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return text.contains(marker) ? "import.file.password" : "import.file.old-excel";
    }
}
