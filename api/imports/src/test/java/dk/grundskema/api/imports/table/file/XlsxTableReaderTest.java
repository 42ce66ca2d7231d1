package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, valid and malicious ones. */
class XlsxTableReaderTest {
    @TempDir
    private Path folder;

    private static TableReadResult read(byte[] bytes) {
        return TableFileReader.read("t.xlsx", bytes);
    }

    private static List<List<String>> rows(String rows) {
        return read(WorkbookBuilder.of(rows).bytes()).tables().getFirst().rows();
    }

    private static List<String> codes(TableReadResult tables) {
        assertThat(tables.tables().isEmpty() || tables.findings().size() < 5).isTrue();
        return tables.findings().stream()
                .map(each -> (each.finding().pointer() + " " + each.finding().code() + " "
                                + each.finding().arguments())
                        .strip())
                .toList();
    }

    private static String number(int style, String value) {
        return "<row r=\"1\"><c r=\"A1\" s=\"%d\"><v>%s</v></c></row>".formatted(style, value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12, 12",
        "0, 10.5, 10.5",
        "0, 8.300000000000001, 8.3",
        "0, 1E3, 1000",
        "0, 1E2147483647, 1E+2147483647",
        "1, 1E-9999999, 1E-9999999",
        "0, -2, -2",
        "0, 0, 0",
        "4, 46272, 46272",
        "1, 46272, 2026-09-07",
        "1, 46272.375, 2026-09-07",
        "2, 0.375, 09:00",
        "2, 0.354166666666667, 08:30",
        "2, 46272.375, 09:00",
        "3, 46272.375, 2026-09-07 09:00",
        "3, 46272, 2026-09-07",
        "1, -5, -5",
        "1, 99999999, 99999999"
    })
    void numbersAreShownAsTheirFormatSays(int style, String value, String shown) {
        assertThat(rows(number(style, value))).containsExactly(List.of(shown));
    }

    @Test
    void daysCountFrom1904IfTheWorkbookSaysSo() {
        byte[] bytes = WorkbookBuilder.of(number(1, "44810"))
                .with(
                        "xl/workbook.xml",
                        WorkbookBuilder.workbookXml(
                                "<workbookPr date1904=\"1\"/>", "<sheet name=\"Ark\" sheetId=\"1\" r:id=\"rId1\"/>"))
                .bytes();

        assertThat(read(bytes).tables().getFirst().text(0, 0)).isEqualTo("2026-09-07");
    }

    @Test
    void textsTruthsAndResultsOfFormulasAreRead() {
        assertThat(rows("""
                <row r="2"><c r="B2" t="inlineStr"><is><t> MH </t></is></c><c r="D2" t="b"><v>1</v></c>
                <c r="E2"><f>1+1</f><v>2</v></c><c r="F2" t="str"><f>A1&amp;"x"</f><v>x y</v></c></row>""")).containsExactly(List.of(), List.of("", "MH", "", "true", "2", "x y"));
    }

    @Test
    void formulasWithoutResultAndErrorsAreSaidAtTheirCells() {
        assertThat(codes(read(WorkbookBuilder.of("""
                <row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="e"><f>A9/0</f><v>#DIV/0!</v></c></row>""").bytes())))
                .containsExactly(
                        "Ark!A1 import.cell.formula [=1+1]",
                        "Ark!B1 import.cell.error [#REF!]",
                        "Ark!C1 import.cell.error [#DIV/0!]");
    }

    @Test
    void allMergedCellsHaveTheTextOfTheFirst() {
        byte[] bytes = WorkbookBuilder.of("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        WorkbookBuilder.sheetXml("<row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>")
                                .replace(
                                        "</sheetData>",
                                        "</sheetData><mergeCells><mergeCell ref=\"B1:C3\"/><mergeCell ref=\"odd\"/></mergeCells>"))
                .bytes();

        var table = read(bytes).tables().getFirst();

        assertThat(table.rows()).containsExactly(List.of("", "x", "x"), List.of("", "x", "x"), List.of("", "x", "x"));
        assertThat(table.area(2, 2)).contains(new MergedArea(0, 1, 2, 2));
        assertThat(table.area(0, 0)).isEmpty();
    }

    @Test
    void hiddenSheetsAreNotReadAndSaid() {
        byte[] bytes = WorkbookBuilder.of(number(0, "1"))
                .with(
                        "xl/workbook.xml",
                        WorkbookBuilder.workbookXml(
                                "", "<sheet name=\"Skjult\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"))
                .bytes();

        assertThat(read(bytes).tables()).isEmpty();
        assertThat(codes(read(bytes))).containsExactly("Skjult import.sheet.hidden [Skjult]");
    }

    @Test
    void aWorkbookWithoutFormatsIsRead() {
        byte[] bytes = WorkbookBuilder.of(number(0, "12"))
                .without("xl/styles.xml")
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .bytes();

        assertThat(read(bytes).tables().getFirst().text(0, 0)).isEqualTo("12");
    }

    @Test
    void fileThatIsNoWorkbookIsReportedByItsKind() throws IOException {
        assertThat(codes(read("%PDF-1.7 …".getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("import.file.pdf []");
        assertThat(codes(read("Klasse;Fag\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("import.file.no-workbook []");
        assertThat(codes(read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})))
                .containsExactly("import.file.no-table []");
        assertThat(codes(read(new byte[0]))).containsExactly("file.empty []");
        assertThat(codes(read(ole2("Workbook")))).containsExactly("import.file.old-excel []");
        assertThat(codes(read(ole2("EncryptedPackage")))).containsExactly("import.file.password []");
        assertThat(codes(read(WorkbookBuilder.of("").without("xl/workbook.xml").bytes())))
                .containsExactly("import.file.no-workbook []");
        assertThat(codes(read(WorkbookBuilder.of("")
                        .without("xl/workbook.xml")
                        .with("content.xml", "<a/>")
                        .bytes())))
                .containsExactly("import.file.open-document []");
    }

    private static byte[] ole2(String stream) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 600 + name.length);
        System.arraycopy(name, 0, bytes, 512, name.length);
        return bytes;
    }

    @Test
    void numbersOfTextsThatNoListHasAreRefusedBeforeTheListGrows() {
        assertThat(read(withText("0")).tables().getFirst().rows()).containsExactly(List.of("one"));
        for (String number :
                List.of("3000000", "411111111", "+99999999", "\uFF19\uFF19\uFF19\uFF19", "4<x/>11111111")) {
            assertThat(codes(read(withText(number)))).as(number).containsExactly("import.file.corrupt []");
        }
    }

    /** A list of one text, and a cell that names the text of a number. */
    private static byte[] withText(String number) {
        return sharing("one", "<row><c t=\"s\"><v>" + number + "</v></c></row>").bytes();
    }

    @Test
    void brokenWorkbooksAreSaid() {
        byte[] good = WorkbookBuilder.of(number(0, "12")).bytes();

        assertThat(codes(read(Arrays.copyOf(good, good.length / 2)))).containsExactly("import.file.corrupt []");
        assertThat(codes(
                        read(WorkbookBuilder.of("<row r=\"1\"><c r=\"A1\"><v>1").bytes())))
                .containsExactly("import.file.corrupt []");
        assertThat(codes(read(WorkbookBuilder.of("<row r=\"0\"/>").bytes()))).containsExactly("import.file.corrupt []");
        assertThat(codes(read(WorkbookBuilder.of("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>")
                        .bytes())))
                .containsExactly("import.file.corrupt []");
        assertThat(codes(read(WorkbookBuilder.of("")
                        .without("xl/worksheets/sheet1.xml")
                        .bytes())))
                .containsExactly("import.file.corrupt []");
    }

    @Test
    void entitiesAreNeverResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hemmeligt");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
        String rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>";

        var direct = read(WorkbookBuilder.of("")
                .with("xl/worksheets/sheet1.xml", doctype + WorkbookBuilder.sheetXml(rows))
                .bytes());
        var renamed = read(WorkbookBuilder.of("")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>")
                .with("xl/worksheets/sheet1.bin", doctype + WorkbookBuilder.sheetXml(rows))
                .bytes());
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        var laughs = read(WorkbookBuilder.of("")
                .with("xl/workbook.xml", bomb + WorkbookBuilder.workbookXml("", "&b;"))
                .bytes());

        assertThat(List.of(direct, renamed, laughs))
                .allSatisfy(tables -> assertThat(codes(tables)).containsExactly("import.file.doctype []"));
    }

    @Test
    void bombsAreNotUnpacked() {
        byte[] zeros = new byte[40 * 1024 * 1024];
        var many = WorkbookBuilder.of("");
        for (int i = 0; i < 2_000; i++) {
            many.with("xl/media/" + i, "x");
        }

        assertThat(codes(read(WorkbookBuilder.of("")
                        .with("xl/media/picture.png", zeros)
                        .bytes())))
                .containsExactly("import.file.bomb []");
        assertThat(codes(read(WorkbookBuilder.of("<!--" + " ".repeat(40 * 1024 * 1024) + "-->")
                        .bytes())))
                .containsExactly("import.file.bomb []");
        assertThat(codes(read(many.bytes()))).containsExactly("import.file.bomb []");
    }

    @Test
    void rowsAndColumnsBeyondTheLimitsAreSaidWithTheLimit() {
        assertThat(codes(read(WorkbookBuilder.of("<row r=\"1000000\"><c r=\"A1000000\"><v>1</v></c></row>")
                        .bytes())))
                .containsExactly("import.table.too-many-rows [200000]");
        assertThat(codes(read(WorkbookBuilder.of("<row r=\"1\"><c r=\"NTP1\"><v>1</v></c></row>")
                        .bytes())))
                .containsExactly("import.table.too-many-columns [500]");
        assertThat(codes(read(WorkbookBuilder.of("<row r=\"1000000\"><c r=\"NTP1000000\" s=\"1\"/></row>")
                        .bytes())))
                .isEmpty();
    }

    @Test
    void blankCellsBeforeTheLastOfARowCount() {
        String rows = IntStream.rangeClosed(1, 6001)
                .mapToObj("<row r=\"%1$d\"><c r=\"SF%1$d\"><v>1</v></c></row>"::formatted)
                .collect(Collectors.joining());
        String cells = IntStream.rangeClosed(1, 6001)
                .mapToObj("<c r=\"SF%1$d\"><v>1</v></c>"::formatted)
                .collect(Collectors.joining());

        assertThat(codes(read(WorkbookBuilder.of(rows).bytes())))
                .containsExactly("import.table.too-many-cells [3000000]");
        assertThat(codes(read(WorkbookBuilder.of("<row>" + cells + "</row>").bytes())))
                .containsExactly("import.table.too-many-cells [3000000]");
    }

    @Test
    void mergedCellsCountAsOftenAsTheyAreFilled() {
        String sheet = WorkbookBuilder.sheetXml("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        String areas = "<mergeCells>" + "<mergeCell ref=\"A1:SF199\"/>".repeat(31) + "</mergeCells>";

        assertThat(codes(read(WorkbookBuilder.of("")
                        .with("xl/worksheets/sheet1.xml", sheet.replace("</worksheet>", areas + "</worksheet>"))
                        .bytes())))
                .containsExactly("import.table.too-many-cells [3000000]");
    }

    /** Each area alone is below the limit; a filled area must still count for the next one. */
    @Test
    void mergedCellsAreFilledAsFarDownAsTheSheetWasRead() {
        String cells = IntStream.range(1, 20)
                .mapToObj(column -> "<c r=\"%s\"><v>1</v></c>".formatted(CellName.of(0, column)))
                .collect(Collectors.joining());
        String areas = IntStream.range(1, 20)
                .mapToObj(column ->
                        "<mergeCell ref=\"%s:%s\"/>".formatted(CellName.of(0, column), CellName.of(99_999, column)))
                .collect(Collectors.joining());
        String sheet = WorkbookBuilder.sheetXml("<row r=\"1\">" + cells + "</row>");
        var rows = read(WorkbookBuilder.of("")
                        .with(
                                "xl/worksheets/sheet1.xml",
                                sheet.replace("</worksheet>", "<mergeCells>" + areas + "</mergeCells></worksheet>"))
                        .bytes())
                .tables()
                .getFirst()
                .rows();

        assertThat(rows).hasSize(502);
    }

    @Test
    void runsOfBlanksAreShort() {
        String text = "A" + " ".repeat(32_000) + "B";
        String cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted(text);

        assertThat(rows(cell)).containsExactly(List.of("A" + " ".repeat(20) + "B"));
        assertThat(TableFileReader.read("t.csv", text.getBytes(StandardCharsets.UTF_8))
                        .tables()
                        .getFirst()
                        .rows())
                .containsExactly(List.of("A" + " ".repeat(20) + "B"));
    }

    @Test
    void numbersThatNoProgramWritesAreRefusedBeforeTheyAreRead() {
        assertThat(rows(number(0, "7".repeat(100)))).hasSize(1);
        assertThat(codes(read(WorkbookBuilder.of(number(0, "7".repeat(101))).bytes())))
                .containsExactly("import.file.corrupt []");
    }

    private static WorkbookBuilder sharing(String text, String rows) {
        return WorkbookBuilder.of(rows)
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>%s</t></si></sst>"
                                .formatted(text))
                .with("xl/_rels/workbook.xml.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""")
                .with("[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="xml" ContentType="application/xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                        <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                        </Types>""");
    }

    @Test
    void cellsThatShareATextShareItWithoutSpaces() {
        String cell = "<c t=\"s\"><v>0</v></c>";
        List<String> row = read(sharing(" x\u00A0y ", "<row>" + cell + cell + "</row>")
                        .bytes())
                .tables()
                .getFirst()
                .rows()
                .getFirst();

        assertThat(row).containsExactly("x y", "x y");
        assertThat(row.get(0)).isSameAs(row.get(1));
    }

    @Test
    @Tag("files")
    void cellsThatShareALongTextCountAllItsLetters() {
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(300) + "</row>";
        int rows = (int) (TableLimits.LETTERS / (300 * 30_000)) + 1;

        assertThat(codes(read(sharing("x".repeat(30_000), row.repeat(rows)).bytes())))
                .containsExactly("import.file.bomb []");
        assertThat(codes(read(sharing("x".repeat(30_000), row.repeat(rows - 1)).bytes())))
                .isEmpty();
    }

    @Test
    void filesThatCanNotBeOpenedAreSaid() throws IOException {
        assertThat(codes(TableFileReader.read("mappe", folder))).containsExactly("file.is-folder [mappe]");
        assertThat(codes(TableFileReader.read("væk.csv", folder.resolve("væk.csv"))))
                .containsExactly("file.not-found [væk.csv]");
        Path large = folder.resolve("large.csv");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(TableLimits.FILE + 1L);
        }
        assertThat(codes(TableFileReader.read("large.csv", large))).containsExactly("file.too-large [65.0, 64.0]");
    }
}
