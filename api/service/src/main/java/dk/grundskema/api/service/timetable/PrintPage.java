package dk.grundskema.api.service.timetable;

import dk.grundskema.api.exports.sheet.IndexPage.LinkGroup;
import dk.grundskema.api.platform.page.PageHead;
import java.util.List;

/**
 * Model of the page from which sheets are printed.
 *
 * @param plan   id of the plan
 * @param groups sheets by kind
 */
public record PrintPage(String plan, List<LinkGroup> groups) {
    private static final String PAGE = ".html";

    /** Copies the list. */
    public PrintPage {
        groups = List.copyOf(groups);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("print").withStyle("print.css");
    }

    /** Returns the address of a sheet: its PDF if it is a page, otherwise the file itself. */
    public String address(String file) {
        int place = file.indexOf('#');
        String whole = place < 0 ? file : file.substring(0, place);
        String name = whole.endsWith(PAGE) ? whole.substring(0, whole.length() - PAGE.length()) + ".pdf" : whole;
        return "/plans/" + plan + "/print/" + name;
    }

    /** Returns whether a file is for printing, not a spreadsheet. */
    public boolean isPaper(String file) {
        return file.contains(PAGE);
    }
}
