package dk.grundskema.api.service.input;

import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Renders the lists of a plan. */
public final class ListPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public ListPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(ListPageRenderer.class, "lists", pageFrame);
    }

    private PageHead head(String list, PlanBar bar) {
        return PageHead.of(templates.texts().text("list." + list), bar).withStyle(Asset.addressOf("lists.css"));
    }

    /** Renders a list. */
    public String renderList(Visitor visitor, PlanBar bar, SchoolListPage page) {
        List<String> headings = page.columns().stream()
                .map(one -> one.label().isEmpty()
                        ? templates.texts().text("column." + page.list() + "." + one.field())
                        : one.label())
                .toList();
        List<String> widths =
                IntStream.range(0, headings.size()).mapToObj(page::width).toList();
        return templates.renderPage(
                visitor,
                head(page.list(), bar).withScript("list.js").withFullWidth(),
                "list",
                Map.of("page", page, "headings", headings, "widths", widths));
    }

    /**
     * Renders the needs page if there is no table.
     *
     * @param lists     all lists that the visitor may read
     * @param isPlanned whether the plan has an intervention
     * @param mayEdit   whether the visitor may add one
     */
    public String renderNoNeeds(Visitor visitor, PlanBar bar, List<String> lists, boolean isPlanned, boolean mayEdit) {
        return templates.renderPage(
                visitor,
                head("needs", bar),
                "no-needs",
                Map.of("plan", bar.plan(), "lists", lists, "isPlanned", isPlanned, "mayEdit", mayEdit));
    }
}
