package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.PlanPart;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the page with the workload and rests of the staff. */
public final class LoadsPageRenderer {
    private final PageTemplates templates;
    private final LoadsFormatter loadsFormatter;

    /** @param pageFrame frame around the page */
    public LoadsPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(LoadsPageRenderer.class, "loads", pageFrame);
        this.loadsFormatter = new LoadsFormatter(templates.texts());
    }

    /** Renders the page. */
    public String renderLoads(Visitor visitor, PlanBar bar, LoadsPage page) {
        PageHead head = PageHead.of(templates.texts().text("loads"), bar)
                .withStyle(Asset.addressOf("loads.css"))
                .withFullWidth()
                .withAutoRefresh();
        Map<String, ?> values = Map.of(
                "page",
                page,
                "say",
                loadsFormatter,
                "orders",
                LoadsPage.LoadsOrder.values(),
                "planning",
                bar.address(PlanPart.PLAN));
        return templates.renderPage(visitor, head, "loads", values);
    }
}
