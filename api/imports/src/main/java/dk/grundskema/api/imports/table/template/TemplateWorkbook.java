package dk.grundskema.api.imports.table.template;

import dk.grundskema.api.imports.table.lists.CoreLists;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.imports.table.lists.TableTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the import template in one language. The untouched template imports its examples without findings. Headings are bold and frozen,
 * notes begin with {@code #}, examples are in italics; columns with choices have drop-down lists.
 */
public final class TemplateWorkbook {
    private static final String APPLICATION = "Grundskema";
    private static final String VERSION = "1.0";
    private static final String HEADING_COLOUR = "DCE6F1";
    private static final String NOTE_COLOUR = "595959";
    private static final int HEADING = 3;
    private static final int LAST_CHOSEN = 2000;
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_FORMULA = 255;

    private final List<ListDefinition> lists;
    private final boolean isOfCamp;
    private final Locale language;
    private final Texts texts;

    /**
     * @param typeLists lists of intervention types
     * @param language  Danish or English
     */
    public TemplateWorkbook(List<ListDefinition> typeLists, Locale language) {
        this(
                Stream.concat(CoreLists.forLanguage(language).stream(), typeLists.stream())
                        .toList(),
                false,
                language);
    }

    private TemplateWorkbook(List<ListDefinition> lists, boolean isOfCamp, Locale language) {
        this.lists = lists;
        this.isOfCamp = isOfCamp;
        this.language = language;
        this.texts = TableTexts.forLanguage(language);
    }

    /**
     * Returns the template of a camp: staff, students and rooms, without timetables and other lists of schools.
     *
     * @param campLists lists of the camp type
     */
    public static TemplateWorkbook ofCamp(List<ListDefinition> campLists, Locale language) {
        var lists = Stream.concat(CoreLists.ofCamp(language).stream(), campLists.stream())
                .toList();
        return new TemplateWorkbook(lists, true, language);
    }

    /** Returns the bytes of the workbook. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, APPLICATION, VERSION)) {
            var taken = new HashSet<String>();
            for (ListDefinition list : lists) {
                Texts own = textsOf(list);
                writeSheet(book.newWorksheet(uniqueSheetName(list.name(own), taken)), list, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Texts textsOf(ListDefinition list) {
        return language.getLanguage().equals("da") ? list.danish() : list.english();
    }

    /** Returns a sheet name within Excel's limit of 31 characters that is not used yet. */
    private static String uniqueSheetName(String name, Set<String> taken) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String free = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            String end = " " + number;
            free = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
        }
        return free;
    }

    private void writeSheet(Worksheet sheet, ListDefinition list, Texts own) {
        String ofCamp = "list." + list.list().key() + ".summary-camp";
        boolean isForCamp = isOfCamp && list.type().isEmpty() && texts.has(ofCamp);
        writeNote(sheet, 0, texts.text("template.note-list", isForCamp ? texts.text(ofCamp) : list.summary(own)));
        writeNote(sheet, 1, texts.text("template.note-lists"));
        writeNote(sheet, 2, texts.text("template.examples"));
        var columns = shownColumns(list);
        for (int column = 0; column < columns.size(); column++) {
            writeColumn(sheet, column, columns.get(column), list, own);
        }
        sheet.range(HEADING, 0, HEADING, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING_COLOUR)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.freezePane(0, HEADING + 1);
        sheet.repeatRows(HEADING);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static List<Column> shownColumns(ListDefinition list) {
        return list.list().columns().stream()
                .filter(column -> !list.unshown().contains(column.key()))
                .toList();
    }

    private static void writeNote(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).fontColor(NOTE_COLOUR).set();
    }

    private void writeColumn(Worksheet sheet, int at, Column column, ListDefinition list, Texts own) {
        InputList asked = list.list();
        String heading = list.heading(column.key(), own);
        sheet.value(HEADING, at, heading);
        int index = asked.columns().indexOf(column);
        int width = heading.length();
        for (int example = 0; example < asked.examples().size(); example++) {
            String text = exampleText(asked.examples().get(example).get(index), column, list, own);
            width = Math.max(width, text.length());
            writeCell(sheet, HEADING + 1 + example, at, text, column);
        }
        sheet.width(at, Math.max(9, Math.min(width, 40)) + 2.0);
        writeChoices(sheet, at, column, list, own);
    }

    private String exampleText(String example, Column column, ListDefinition list, Texts own) {
        if (column.kind() == Kind.CHOICE && column.choices().contains(example)) {
            return firstWord(list.choice(column.key(), example, own));
        }
        if (column.kind() == Kind.YES_NO && !example.isEmpty()) {
            return language.getLanguage().equals("da")
                    ? example.replaceFirst("^(?:yes|true)$", "ja").replaceFirst("^(?:no|false)$", "nej")
                    : example.replaceFirst("^(?:ja|true)$", "yes").replaceFirst("^(?:nej|false)$", "no");
        }
        return example;
    }

    /** Returns the first of several synonyms. */
    private static String firstWord(String words) {
        return words.split("\\|", 2)[0];
    }

    private static void writeCell(Worksheet sheet, int row, int column, String text, Column kind) {
        boolean isNumber =
                (kind.kind() == Kind.NUMBER || kind.kind() == Kind.WHOLE) && text.matches("\\d{1,9}(?:\\.\\d{1,4})?");
        if (isNumber) {
            sheet.value(row, column, new java.math.BigDecimal(text));
            sheet.style(row, column).italic().set();
        } else {
            // As text, so that no spreadsheet turns a lesson "2-3" into a date; empty cells too, for later input
            if (!text.isEmpty()) {
                sheet.value(row, column, text);
            }
            sheet.style(row, column).italic().format("@").set();
        }
    }

    /** Offers choices but allows other words, because the reader knows synonyms. */
    private static void writeChoices(Worksheet sheet, int at, Column column, ListDefinition list, Texts own) {
        var words = column.choices().stream()
                .map(choice -> firstWord(list.choice(column.key(), choice, own)))
                .toList();
        String formula = "\"" + String.join(",", words) + "\"";
        boolean fits =
                formula.length() <= LONGEST_FORMULA && words.stream().noneMatch(word -> word.matches(".*[,\"].*"));
        if (!words.isEmpty() && fits) {
            sheet.range(HEADING + 1, at, LAST_CHOSEN, at)
                    .validateWithListByFormula(formula)
                    .allowBlank(true)
                    .showErrorMessage(false);
        }
    }
}
