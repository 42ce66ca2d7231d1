package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.table.file.WorkbookPartInspector.RefusedPartException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.BitSet;
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
 * Unpacks a workbook once to check that it is safe to read: not too many parts, not too large when unpacked, no document types. Also finds
 * merged areas and hidden rows and columns, which the library leaves out.
 */
final class WorkbookInspector {
    private static final Pattern RELATIONS = Pattern.compile("(.*)_rels/workbook[^/]*\\.rels");

    private final Map<String, List<MergedArea>> areas = new HashMap<>();
    private final Map<String, BitSet> hiddenRows = new HashMap<>();
    private final Map<String, BitSet> hiddenColumns = new HashMap<>();
    private final Map<String, String> partsById = new HashMap<>();
    private long unpacked;
    private long cells;
    private boolean hasStyles;
    private boolean isWorkbook;
    private boolean isOpenDocument;

    /**
     * Inspects all parts.
     *
     * @throws RefusedPartException if a part must not be read
     * @throws IOException if the workbook is broken
     */
    void inspect(byte[] bytes) throws RefusedPartException, IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            if (parts.size() > TableLimits.PARTS) {
                throw new RefusedPartException("import.file.bomb");
            }
            for (ZipArchiveEntry each : parts) {
                try (InputStream content = zip.getInputStream(each)) {
                    inspectPart(each.getName().toLowerCase(Locale.ROOT), new CountingStream(content, bytes.length));
                }
            }
        }
    }

    private void inspectPart(String name, CountingStream content) throws RefusedPartException, IOException {
        hasStyles = hasStyles || name.equals("xl/styles.xml");
        isWorkbook = isWorkbook || name.startsWith("xl/workbook.");
        isOpenDocument = isOpenDocument || name.equals("content.xml");
        var start = new PushbackInputStream(content, 4);
        byte[] head = start.readNBytes(4);
        start.unread(head);
        if (isXml(name, head)) {
            var part = new WorkbookPartInspector();
            try {
                part.inspect(start);
            } catch (XMLStreamException e) {
                if (content.isTooLarge()) {
                    throw new RefusedPartException("import.file.bomb");
                }
                throw new IOException(e);
            }
            keepAreas(name, part);
        } else {
            start.transferTo(OutputStream.nullOutputStream());
        }
        if (content.isTooLarge()) {
            throw new RefusedPartException("import.file.bomb");
        }
    }

    /** Also checks parts with other names that begin like XML, since the workbook may refer to any part. */
    private static boolean isXml(String name, byte[] head) {
        boolean begins = head.length > 0 && (head[0] == '<' || (head[0] & 0xFF) >= 0xEF || head[0] == 0);
        return name.endsWith(".xml") || name.endsWith(".rels") || (begins && !name.startsWith("xl/media/"));
    }

    private void keepAreas(String name, WorkbookPartInspector part) throws RefusedPartException {
        cells += part.cells();
        if (part.lastRow() >= TableLimits.ROWS) {
            throw new RefusedPartException("import.table.too-many-rows");
        }
        if (part.lastColumn() >= TableLimits.COLUMNS) {
            throw new RefusedPartException("import.table.too-many-columns");
        }
        if (cells > TableLimits.CELLS) {
            throw new RefusedPartException("import.table.too-many-cells");
        }
        areas.put(name, part.areas());
        hiddenRows.put(name, part.hiddenRows());
        hiddenColumns.put(name, part.hiddenColumns());
        var folder = RELATIONS.matcher(name);
        if (folder.matches()) {
            part.relations()
                    .forEach((id, target) ->
                            partsById.put(id, target.startsWith("/") ? target.substring(1) : folder.group(1) + target));
        }
    }

    /** Whether the workbook has a styles part. */
    boolean hasStyles() {
        return hasStyles;
    }

    /** Whether the archive is a workbook. */
    boolean isWorkbook() {
        return isWorkbook;
    }

    /** Whether it is an OpenDocument file, as of LibreOffice. */
    boolean isOpenDocument() {
        return isOpenDocument;
    }

    /** Returns the merged areas of a sheet, by the sheet's id in the workbook. */
    List<MergedArea> areas(String sheetId) {
        return areas.getOrDefault(partOf(sheetId), List.of());
    }

    /** Returns the hidden rows of a sheet, from 0. */
    BitSet hiddenRows(String sheetId) {
        return hiddenRows.getOrDefault(partOf(sheetId), new BitSet());
    }

    /** Returns the hidden columns of a sheet, from 0. */
    BitSet hiddenColumns(String sheetId) {
        return hiddenColumns.getOrDefault(partOf(sheetId), new BitSet());
    }

    private String partOf(String sheetId) {
        return partsById.getOrDefault(sheetId, "").toLowerCase(Locale.ROOT);
    }

    /** Counts unpacked bytes and ends the stream when they exceed the limits. */
    private final class CountingStream extends FilterInputStream {
        private final long packed;
        private long own;

        CountingStream(InputStream from, long packed) {
            super(from);
            this.packed = packed;
        }

        boolean isTooLarge() {
            return unpacked > TableLimits.UNPACKED
                    || (own > TableLimits.SUSPICIOUS && own / TableLimits.RATIO > packed);
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
