package dk.grundskema.api.service.input;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Model of a page with a list as a table.
 *
 * @param plan    id of the plan
 * @param version plan version that the table shows
 * @param list    the list, such as {@code staff}
 * @param lists   all lists that the visitor may read
 * @param columns columns
 * @param rows    rows
 * @param notes   messages about the list as a whole; may be empty
 * @param mayEdit whether the visitor may change the list
 * @param done    last action: {@code saved} or {@code undone}; empty if none
 * @param canUndo whether undo would revert exactly that action
 * @param of      intervention that the rows belong to; {@link InterventionRows#NONE} if none
 */
public record SchoolListPage(
        String plan,
        long version,
        String list,
        List<String> lists,
        List<Column> columns,
        List<Row> rows,
        List<String> notes,
        boolean mayEdit,
        String done,
        boolean canUndo,
        InterventionRows of) {
    /** Number of characters that fit in a cell of normal width. */
    private static final int USUAL_LETTERS = 14;

    /** Copies the lists. */
    public SchoolListPage {
        lists = List.copyOf(lists);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("list." + list)
                .withStyle("lists.css")
                .withScript("list.js")
                .withFullWidth();
    }

    /** Returns the heading of each column. */
    public List<String> headings(TemplateTexts texts) {
        return columns.stream()
                .map(one -> one.label().isEmpty() ? texts.text("column." + list + "." + one.field()) : one.label())
                .toList();
    }

    /** Returns the width of each column by its content: {@code narrow}, {@code roomy}, or empty for normal. */
    public List<String> widths() {
        return IntStream.range(0, columns.size()).mapToObj(this::width).toList();
    }

    private String width(int column) {
        boolean isLong = Stream.concat(
                        columns.get(column).choices().stream(),
                        rows.stream().map(row -> row.cells().get(column).text()))
                .anyMatch(text -> text.length() > USUAL_LETTERS);
        return isLong ? "roomy" : columns.get(column).isNarrow() ? "narrow" : "";
    }

    /** Returns all rows in clipboard format: one line for each row, cells separated by tabs. */
    public String pasteable() {
        return rows.stream()
                .map(row -> row.cells().stream()
                        .map(cell -> cell.text().replaceAll("[\\t\\r\\n]+", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the number of cells with messages. */
    public long errorCount() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.why().isEmpty())
                .count();
    }

    /**
     * Intervention that the rows belong to.
     *
     * @param query     query that selects the rows
     * @param id        id of the intervention; empty if none
     * @param title     title of the intervention
     * @param label     description of the rows
     * @param hint      further explanation; may be empty
     * @param source    document and chapter of the type
     * @param elsewhere properties of the rows that do not fit in a table
     * @param links     all tables of rows
     * @param isGone    whether the rows were removed meanwhile, so that only the visitor's input is shown
     */
    public record InterventionRows(
            String query,
            String id,
            String title,
            String label,
            String hint,
            String source,
            List<String> elsewhere,
            List<NeedListLink> links,
            boolean isGone) {
        /** No intervention. */
        public static final InterventionRows NONE =
                new InterventionRows("", "", "", "", "", "", List.of(), List.of(), false);

        /** Copies the lists. */
        public InterventionRows {
            elsewhere = List.copyOf(elsewhere);
            links = List.copyOf(links);
        }

        /** Returns a copy for rows that were removed. */
        public InterventionRows asRemoved() {
            return new InterventionRows(query, id, title, label, hint, source, elsewhere, links, true);
        }

        /** Returns the id for addresses. */
        public String encodedId() {
            return AddressEncoder.encode(id);
        }

        /** Returns the first table of each intervention. */
        public List<NeedListLink> interventions() {
            var seen = new HashSet<String>();
            return links.stream().filter(one -> seen.add(one.id())).toList();
        }

        /** Returns all tables of this intervention. */
        public List<NeedListLink> tables() {
            return links.stream().filter(one -> one.id().equals(id)).toList();
        }
    }

    /**
     * A table of rows.
     *
     * @param id    id of the intervention
     * @param title title of the intervention
     * @param label description of the rows
     * @param count number of rows
     * @param query query that selects the rows
     */
    public record NeedListLink(String id, String title, String label, int count, String query) {}

    /**
     * A column.
     *
     * @param field    content, such as {@code name}
     * @param label    heading; empty if the page defines it
     * @param hint     further explanation; may be empty
     * @param choices  options offered in a cell; may be empty
     * @param words    all valid words; empty if others are valid
     * @param isNarrow whether its cells have short content
     */
    public record Column(
            String field, String label, String hint, List<String> choices, List<String> words, boolean isNarrow) {
        /** Copies the lists. */
        public Column {
            choices = List.copyOf(choices);
            words = List.copyOf(words);
        }
    }

    /**
     * A row.
     *
     * @param id    id in the plan; empty if new
     * @param cells one cell for each column
     */
    public record Row(String id, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param id   id of the HTML element
     * @param text content
     * @param why  messages; may be empty
     */
    public record Cell(String id, String text, List<String> why) {
        /** Copies the list. */
        public Cell {
            why = List.copyOf(why);
        }

        /** Leaves out the content, which may be a student's name. */
        @Override
        public String toString() {
            return id;
        }
    }
}
