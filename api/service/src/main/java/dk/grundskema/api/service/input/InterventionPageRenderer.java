package dk.grundskema.api.service.input;

import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.List;
import java.util.Map;

/** Renders the pages of interventions. */
public final class InterventionPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public InterventionPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(InterventionPageRenderer.class, "interventions", pageFrame);
    }

    private PageHead head(String title, PlanBar bar) {
        return PageHead.of(title, bar).withStyle(Asset.addressOf("interventions.css"));
    }

    /** Renders the list of interventions. */
    public String renderList(Visitor visitor, PlanBar bar, InterventionListPage page) {
        return templates.renderPage(visitor, head(templates.texts().text("all"), bar), "all", Map.of("page", page));
    }

    /** Renders the choice of types. */
    public String renderTypeChoice(
            Visitor visitor, PlanBar bar, List<InterventionListPage.InterventionTypeView> types) {
        return templates.renderPage(
                visitor,
                head(templates.texts().text("types"), bar),
                "types",
                Map.of("plan", bar.plan(), "types", types));
    }

    /** Renders the form of an intervention. */
    public String renderForm(Visitor visitor, PlanBar bar, InterventionFormPage page) {
        String title = page.title().isEmpty() ? page.typeName() : page.title();
        return templates.renderPage(visitor, head(title, bar), "form", Map.of("page", page));
    }

    /** Renders the confirmation of a removal. */
    public String renderRemoval(Visitor visitor, PlanBar bar, long version, InterventionListPage.InterventionRow one) {
        return templates.renderPage(
                visitor,
                head(templates.texts().text("remove"), bar),
                "removal",
                Map.of("plan", bar.plan(), "version", version, "one", one));
    }
}
