package dk.grundskema.api.exports.workbook;

import dk.grundskema.api.documents.timetable.PayrollHours;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Workbook of hours for payroll: a row for each person and week, numbers that can be summed, no merged cells. Names are always written as text, so
 * that none becomes a formula.
 */
public final class PayrollWorkbook {
    private static final String APPLICATION = "Grundskema";
    private static final String VERSION = "1.0";
    private static final int FIRST_FIGURE = 3;

    private PayrollWorkbook() {}

    /** Returns the content of the file. */
    public static byte[] write(List<StaffHours> people, TemplateTexts words) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, APPLICATION, VERSION)) {
            Worksheet sheet = book.newWorksheet(words.text("hours.sheet"));
            writeHeading(sheet, words);
            int row = 1;
            for (StaffHours person : people) {
                for (var week : person.weeks().entrySet()) {
                    writeLine(sheet, row++, person, week.getKey().toString(), week.getValue());
                }
            }
            sheet.freezePane(1, 1);
            sheet.width(0, 30);
            sheet.value(row + 1, 0, words.text("hours.rule"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeHeading(Worksheet sheet, TemplateTexts words) {
        sheet.value(0, 0, words.text("hours.person"));
        sheet.value(0, 1, words.text("hours.week"));
        sheet.value(0, 2, words.text("hours.contract"));
        for (int column = 0; column < HoursColumn.ALL.size(); column++) {
            sheet.value(
                    0,
                    FIRST_FIGURE + column,
                    words.text(HoursColumn.ALL.get(column).key()));
            sheet.width(FIRST_FIGURE + column, 14);
        }
        sheet.range(0, 0, 0, FIRST_FIGURE + HoursColumn.ALL.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
    }

    private static void writeLine(Worksheet sheet, int row, StaffHours person, String week, PayrollHours hours) {
        sheet.value(row, 0, person.person().name());
        sheet.value(row, 1, week);
        sheet.value(row, 2, person.contractHours());
        for (int column = 0; column < HoursColumn.ALL.size(); column++) {
            sheet.value(row, FIRST_FIGURE + column, HoursColumn.ALL.get(column).of(hours) / 60.0);
        }
        sheet.range(row, 2, row, FIRST_FIGURE + HoursColumn.ALL.size() - 1)
                .style()
                .format("0.00")
                .set();
    }
}
