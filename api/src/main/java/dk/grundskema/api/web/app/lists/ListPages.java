package dk.grundskema.api.web.app.lists;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws the lists of a plan. */
public final class ListPages {
    private final Area area;

    /** @param frame what stands around them */
    public ListPages(Frame frame) {
        this.area = new Area(ListPages.class, frame);
    }

    private Head head(String list, PlanBar bar) {
        return Head.of(area.words().text("list." + list), bar).style(Asset.address("lists.css"));
    }

    /** A list. */
    public String list(Visitor visitor, PlanBar bar, ListPage page) {
        List<String> headings = page.columns().stream()
                .map(one -> one.label().isEmpty()
                        ? area.words().text("column." + page.list() + "." + one.field())
                        : one.label())
                .toList();
        List<String> widths =
                IntStream.range(0, headings.size()).mapToObj(page::width).toList();
        return area.page(
                visitor,
                head(page.list(), bar).script("list.js").broad(),
                "list",
                Map.of("page", page, "headings", headings, "widths", widths));
    }

    /**
     * The page of the needs where there is no table.
     *
     * @param lists     all lists that the visitor may look at
     * @param isPlanned whether an intervention is planned
     * @param mayEdit   whether the visitor may plan one
     */
    public String noNeeds(Visitor visitor, PlanBar bar, List<String> lists, boolean isPlanned, boolean mayEdit) {
        return area.page(
                visitor,
                head("needs", bar),
                "no-needs",
                Map.of("plan", bar.plan(), "lists", lists, "isPlanned", isPlanned, "mayEdit", mayEdit));
    }
}
