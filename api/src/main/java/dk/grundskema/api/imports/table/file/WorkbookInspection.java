package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.table.file.PartInspection.RefusedPartException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks a workbook once to see that it is safe to read: not too many parts, not too large once unpacked, no part that says of itself what
 * other files it wants. Also finds what the library leaves out: merged cells.
 */
final class WorkbookInspection {
    private static final Pattern RELATIONS = Pattern.compile("(.*)_rels/workbook[^/]*\\.rels");

    private final Map<String, List<Area>> areas = new HashMap<>();
    private final Map<String, String> partsById = new HashMap<>();
    private long unpacked;
    private long cells;
    private boolean hasStyles;
    private boolean isWorkbook;
    private boolean isOpenDocument;

    /**
     * Looks at all parts.
     *
     * @throws RefusedPartException if something in it isn't to be read
     * @throws IOException          if it is broken
     */
    void read(byte[] bytes) throws RefusedPartException, IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            if (parts.size() > Limits.PARTS) {
                throw new RefusedPartException("import.file.bomb");
            }
            for (ZipArchiveEntry each : parts) {
                try (InputStream content = zip.getInputStream(each)) {
                    part(each.getName().toLowerCase(Locale.ROOT), new Counted(content, bytes.length));
                }
            }
        }
    }

    private void part(String name, Counted content) throws RefusedPartException, IOException {
        hasStyles = hasStyles || name.equals("xl/styles.xml");
        isWorkbook = isWorkbook || name.startsWith("xl/workbook.");
        isOpenDocument = isOpenDocument || name.equals("content.xml");
        var start = new PushbackInputStream(content, 4);
        byte[] head = start.readNBytes(4);
        start.unread(head);
        if (isXml(name, head)) {
            var part = new PartInspection();
            try {
                part.read(start);
            } catch (XMLStreamException e) {
                if (content.isTooLarge()) {
                    throw new RefusedPartException("import.file.bomb");
                }
                throw new IOException(e);
            }
            keep(name, part);
        } else {
            start.transferTo(OutputStream.nullOutputStream());
        }
        if (content.isTooLarge()) {
            throw new RefusedPartException("import.file.bomb");
        }
    }

    /** Also what is called otherwise but begins like XML: the workbook may name any part as one of its own. */
    private static boolean isXml(String name, byte[] head) {
        boolean begins = head.length > 0 && (head[0] == '<' || (head[0] & 0xFF) >= 0xEF || head[0] == 0);
        return name.endsWith(".xml") || name.endsWith(".rels") || (begins && !name.startsWith("xl/media/"));
    }

    private void keep(String name, PartInspection part) throws RefusedPartException {
        cells += part.cells();
        if (part.lastRow() >= Limits.ROWS) {
            throw new RefusedPartException("import.table.too-many-rows");
        }
        if (part.lastColumn() >= Limits.COLUMNS) {
            throw new RefusedPartException("import.table.too-many-columns");
        }
        if (cells > Limits.CELLS) {
            throw new RefusedPartException("import.table.too-many-cells");
        }
        areas.put(name, part.areas());
        var folder = RELATIONS.matcher(name);
        if (folder.matches()) {
            part.relations()
                    .forEach((id, target) ->
                            partsById.put(id, target.startsWith("/") ? target.substring(1) : folder.group(1) + target));
        }
    }

    /** Whether the workbook has a part with formats. */
    boolean hasStyles() {
        return hasStyles;
    }

    /** Whether it is a workbook at all, and not some other packed file. */
    boolean isWorkbook() {
        return isWorkbook;
    }

    /** Whether it is a document of LibreOffice. */
    boolean isOpenDocument() {
        return isOpenDocument;
    }

    /** The merged cells of a sheet, by the sheet's id in the workbook. */
    List<Area> areas(String sheetId) {
        return areas.getOrDefault(partsById.getOrDefault(sheetId, "").toLowerCase(Locale.ROOT), List.of());
    }

    /** Counts what is unpacked and ends early when it becomes too much. */
    private final class Counted extends FilterInputStream {
        private final long packed;
        private long own;

        Counted(InputStream from, long packed) {
            super(from);
            this.packed = packed;
        }

        boolean isTooLarge() {
            return unpacked > Limits.UNPACKED || (own > Limits.SUSPICIOUS && own / Limits.RATIO > packed);
        }

        @Override
        public int read() throws IOException {
            int read = isTooLarge() ? -1 : in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = isTooLarge() ? -1 : in.read(to, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            own += read;
            unpacked += read;
        }
    }
}
