package dk.grundskema.api.web.app.print;

import dk.grundskema.api.exports.IndexPage.LinkGroup;
import java.util.List;

/**
 * The page from which sheets are printed.
 *
 * @param plan   id of the plan
 * @param groups the sheets by their sorts
 */
public record PrintPage(String plan, List<LinkGroup> groups) {
    private static final String PAGE = ".html";

    /** Copies the list. */
    public PrintPage {
        groups = List.copyOf(groups);
    }

    /** Where a sheet is: as a PDF, but for what isn't a page. */
    public String address(String file) {
        int place = file.indexOf('#');
        String whole = place < 0 ? file : file.substring(0, place);
        String name = whole.endsWith(PAGE) ? whole.substring(0, whole.length() - PAGE.length()) + ".pdf" : whole;
        return "/plans/" + plan + "/print/" + name;
    }

    /** Whether a file is for printing, rather than for a spreadsheet. */
    public boolean isPaper(String file) {
        return file.contains(PAGE);
    }
}
