package dk.grundskema.api.web.app.lists;

import dk.grundskema.api.web.app.Address;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of a plan as a table.
 *
 * @param plan    id of the plan
 * @param version version of the plan that the table shows
 * @param list    which list, such as {@code staff}
 * @param lists   all lists that the visitor may look at
 * @param columns its columns
 * @param rows    its rows
 * @param notes   what is to be said of it as a whole; empty if nothing is
 * @param mayEdit whether the visitor may change it
 * @param done    what was done just before: {@code saved} or {@code undone}; empty if nothing was
 * @param canUndo whether that can be taken back, and nothing else would be
 * @param of      the rows of an intervention that it is of; {@link Rows#NONE} if it is of none
 */
public record ListPage(
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
        Rows of) {
    /** More letters than these don't fit into a cell of the usual width. */
    private static final int USUAL_LETTERS = 14;

    /** Copies the lists. */
    public ListPage {
        lists = List.copyOf(lists);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * Where a list is.
     *
     * @param plan id of the plan
     * @param list which list, such as {@code staff}
     */
    public static String address(String plan, String list) {
        return "/plans/%s/lists/%s".formatted(plan, list);
    }

    /**
     * What leads to a row at the end of an address.
     *
     * @param row its place in the list, from 0
     */
    public static String anchor(int row) {
        return "#row-" + (row + 1);
    }

    /** How wide a column is by what may stand in it: {@code narrow}, {@code roomy}, or empty if it is as most are. */
    public String width(int column) {
        boolean isLong = Stream.concat(
                        columns.get(column).choices().stream(),
                        rows.stream().map(row -> row.cells().get(column).text()))
                .anyMatch(text -> text.length() > USUAL_LETTERS);
        return isLong ? "roomy" : columns.get(column).isNarrow() ? "narrow" : "";
    }

    /** All rows as other tables take them when they are pasted: a line for each, with tabs between cells. */
    public String pasteable() {
        return rows.stream()
                .map(row -> row.cells().stream()
                        .map(cell -> cell.text().replaceAll("[\\t\\r\\n]+", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** How many cells something is to be said of. */
    public long troubles() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.why().isEmpty())
                .count();
    }

    /**
     * The rows of an intervention.
     *
     * @param query     what says in the address which rows they are
     * @param id        id of the intervention; empty if there is none
     * @param title     what people call it
     * @param label     what the rows are
     * @param hint      what else there is to say of them; empty if nothing
     * @param source    document and chapter that the type of intervention is from
     * @param elsewhere what rows have that can't stand in a table
     * @param links     all rows that there are tables of
     * @param isGone    whether somebody took them away, so that there is nothing of them but what the visitor typed
     */
    public record Rows(
            String query,
            String id,
            String title,
            String label,
            String hint,
            String source,
            List<String> elsewhere,
            List<Link> links,
            boolean isGone) {
        /** No intervention. */
        public static final Rows NONE = new Rows("", "", "", "", "", "", List.of(), List.of(), false);

        /** Copies the lists. */
        public Rows {
            elsewhere = List.copyOf(elsewhere);
            links = List.copyOf(links);
        }

        /** The same after somebody took them away. */
        public Rows gone() {
            return new Rows(query, id, title, label, hint, source, elsewhere, links, true);
        }

        /** Id of the intervention in addresses. */
        public String inAddress() {
            return Address.part(id);
        }

        /** The interventions: of each its first rows. */
        public List<Link> interventions() {
            var seen = new HashSet<String>();
            return links.stream().filter(one -> seen.add(one.id())).toList();
        }

        /** All rows of this intervention. */
        public List<Link> own() {
            return links.stream().filter(one -> one.id().equals(id)).toList();
        }
    }

    /**
     * Rows that there is a table of.
     *
     * @param id    id of their intervention
     * @param title what people call it
     * @param label what the rows are
     * @param count how many there are
     * @param query what says in the address which they are
     */
    public record Link(String id, String title, String label, int count, String query) {}

    /**
     * A column.
     *
     * @param field    what it holds, such as {@code name}
     * @param label    what it is called; empty if the page has a word for it
     * @param hint     what else there is to say of it; empty if nothing
     * @param choices  words that are offered in a cell; empty where none are
     * @param words    all words that may be written; empty where others may
     * @param isNarrow whether what stands in its cells is short
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
     * @param id    its id in the plan; empty if it is new
     * @param cells its cells, one for each column
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
     * @param id   its id on the page
     * @param text what it holds
     * @param why  what is to be said of it; empty if nothing is
     */
    public record Cell(String id, String text, List<String> why) {
        /** Copies the list. */
        public Cell {
            why = List.copyOf(why);
        }

        /** Without what it holds, which may be a child's name. */
        @Override
        public String toString() {
            return id;
        }
    }
}
