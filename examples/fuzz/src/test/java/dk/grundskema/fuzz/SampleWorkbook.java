package dk.grundskema.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest workbook of one sheet. */
final class SampleWorkbook {
    /** A grid of a class, with shared strings, numbers, times, a formula, merged cells, a hidden row and a hidden column. */
    static final byte[] SHEET = utf8("""
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="4" max="4" hidden="1"/></cols><sheetData>
            <row r="1"><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>onsdag</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" t="str"><f>A1&amp;"x"</f><v>MAT LK</v></c></row>
            <row r="3" hidden="1"><c r="A3"><v>0.375</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c></row>
            <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4" s="0"><v>46251</v></c></row>
            </sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>
            """);

    private static final Map<String, byte[]> OTHER_PARTS = new LinkedHashMap<>();

    static {
        OTHER_PARTS.put("[Content_Types].xml", utf8("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
                """));
        OTHER_PARTS.put("_rels/.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="xl/workbook.xml"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
                """));
        OTHER_PARTS.put("xl/workbook.xml", utf8("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="4B" sheetId="1" r:id="rId1"/></sheets></workbook>
                """));
        OTHER_PARTS.put("xl/_rels/workbook.xml.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
                <Relationship Id="rId2" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>
                </Relationships>
                """));
        OTHER_PARTS.put("xl/sharedStrings.xml", utf8("""
                <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Mandag</t></si><si><t>Tirsdag</t></si>
                <si><t>8.00-8.45</t></si><si><r><t>DAN </t></r><r><t>MH</t></r></si><si><t>9.00-9.45</t></si></sst>
                """));
    }

    private SampleWorkbook() {}

    /** Returns the workbook with this XML as its only sheet. */
    static byte[] withSheet(byte[] sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : OTHER_PARTS.entrySet()) {
                write(archive, part.getKey(), part.getValue());
            }
            write(archive, "xl/worksheets/sheet1.xml", sheet);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
