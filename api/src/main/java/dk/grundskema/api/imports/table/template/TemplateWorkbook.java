package dk.grundskema.api.imports.table.template;

import dk.grundskema.api.imports.table.lists.AskedList;
import dk.grundskema.api.imports.table.lists.CoreLists;
import dk.grundskema.api.imports.table.text.ImportTexts;
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
 * Writes the template of imports in one language. Read back untouched it gives its examples and nothing to say. Headings are bold and stay in view,
 * notes begin with {@code #}, examples are in italics; columns with choices offer them.
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

    private final List<AskedList> lists;
    private final boolean isOfCamp;
    private final Locale language;
    private final Texts texts;

    /**
     * @param typeLists lists of intervention types
     * @param language  Danish or English
     */
    public TemplateWorkbook(List<AskedList> typeLists, Locale language) {
        this(Stream.concat(CoreLists.in(language).stream(), typeLists.stream()).toList(), false, language);
    }

    private TemplateWorkbook(List<AskedList> lists, boolean isOfCamp, Locale language) {
        this.lists = lists;
        this.isOfCamp = isOfCamp;
        this.language = language;
        this.texts = ImportTexts.in(language);
    }

    /**
     * The part of it that a camp begins with: who works, who comes, and where; no timetable of a school, and nothing of what only schools have.
     *
     * @param campLists lists of the camp's own type
     */
    public static TemplateWorkbook ofCamp(List<AskedList> campLists, Locale language) {
        var lists = Stream.concat(CoreLists.ofCamp(language).stream(), campLists.stream())
                .toList();
        return new TemplateWorkbook(lists, true, language);
    }

    /** The workbook's bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, APPLICATION, VERSION)) {
            var taken = new HashSet<String>();
            for (AskedList list : lists) {
                Texts own = own(list);
                sheet(book.newWorksheet(free(list.name(own), taken)), list, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Texts own(AskedList list) {
        return language.getLanguage().equals("da") ? list.danish() : list.english();
    }

    /** Sheets have short names, and none twice. */
    private static String free(String name, Set<String> taken) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String free = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            String end = " " + number;
            free = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
        }
        return free;
    }

    private void sheet(Worksheet sheet, AskedList list, Texts own) {
        String ofCamp = "list." + list.list().key() + ".summary-camp";
        boolean isForCamp = isOfCamp && list.type().isEmpty() && texts.has(ofCamp);
        note(sheet, 0, texts.text("template.note-list", isForCamp ? texts.text(ofCamp) : list.summary(own)));
        note(sheet, 1, texts.text("template.note-lists"));
        note(sheet, 2, texts.text("template.examples"));
        var columns = columns(list);
        for (int column = 0; column < columns.size(); column++) {
            column(sheet, column, columns.get(column), list, own);
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

    private static List<Column> columns(AskedList list) {
        return list.list().columns().stream()
                .filter(column -> !list.unshown().contains(column.key()))
                .toList();
    }

    private static void note(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).fontColor(NOTE_COLOUR).set();
    }

    private void column(Worksheet sheet, int at, Column column, AskedList list, Texts own) {
        InputList asked = list.list();
        String heading = list.heading(column.key(), own);
        sheet.value(HEADING, at, heading);
        int index = asked.columns().indexOf(column);
        int width = heading.length();
        for (int example = 0; example < asked.examples().size(); example++) {
            String text = shown(asked.examples().get(example).get(index), column, list, own);
            width = Math.max(width, text.length());
            cell(sheet, HEADING + 1 + example, at, text, column);
        }
        sheet.width(at, Math.max(9, Math.min(width, 40)) + 2.0);
        choices(sheet, at, column, list, own);
    }

    private String shown(String example, Column column, AskedList list, Texts own) {
        if (column.kind() == Kind.CHOICE && column.choices().contains(example)) {
            return first(list.choice(column.key(), example, own));
        }
        if (column.kind() == Kind.YES_NO && !example.isEmpty()) {
            return language.getLanguage().equals("da")
                    ? example.replaceFirst("^(?:yes|true)$", "ja").replaceFirst("^(?:no|false)$", "nej")
                    : example.replaceFirst("^(?:ja|true)$", "yes").replaceFirst("^(?:nej|false)$", "no");
        }
        return example;
    }

    /** Of words that mean the same the first one. */
    private static String first(String words) {
        return words.split("\\|", 2)[0];
    }

    private static void cell(Worksheet sheet, int row, int column, String text, Column kind) {
        boolean isNumber =
                (kind.kind() == Kind.NUMBER || kind.kind() == Kind.WHOLE) && text.matches("\\d{1,9}(?:\\.\\d{1,4})?");
        if (isNumber) {
            sheet.value(row, column, new java.math.BigDecimal(text));
            sheet.style(row, column).italic().set();
        } else {
            // As text, so that no spreadsheet turns a lesson "2-3" into a date; empty cells too, for those who go on
            // writing
            if (!text.isEmpty()) {
                sheet.value(row, column, text);
            }
            sheet.style(row, column).italic().format("@").set();
        }
    }

    /** Choices are offered, but other words are let through: reading knows more of them. */
    private static void choices(Worksheet sheet, int at, Column column, AskedList list, Texts own) {
        var words = column.choices().stream()
                .map(choice -> first(list.choice(column.key(), choice, own)))
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
