package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.HashMap;
import java.util.Map;

/** Renders the pages with outcome, ledger and attendance. */
public final class FidelityPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public FidelityPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(FidelityPageRenderer.class, "fidelity", pageFrame);
    }

    private PageHead head(String key, PlanBar bar) {
        return PageHead.of(templates.texts().text(key), bar).withStyle(Asset.addressOf("fidelity.css"));
    }

    /** Renders the page that compares the plan with its requirements. */
    public String renderOutcome(Visitor visitor, PlanBar bar, FidelityPage page) {
        return templates.renderPage(visitor, head("outcome", bar).withAutoRefresh(), "outcome", Map.of("page", page));
    }

    /** Renders the ledger page. */
    public String renderLedger(Visitor visitor, PlanBar bar, LedgerPage page) {
        return templates.renderPage(visitor, head("ledger", bar).withAutoRefresh(), "ledger", Map.of("page", page));
    }

    /** Renders the attendance page of a plan. */
    public String renderPlanAttendance(Visitor visitor, PlanBar bar, AttendancePage page) {
        return templates.renderPage(visitor, head("attendance", bar), "attendance", attendanceValues(visitor, page));
    }

    /** Renders the page of a staff member's own meetings with attendance. */
    public String renderOwnAttendance(Visitor visitor, AttendancePage page) {
        PageHead head = PageHead.of(templates.texts().text("own")).withStyle(Asset.addressOf("fidelity.css"));
        return templates.renderPage(visitor, head, "attendance", attendanceValues(visitor, page));
    }

    private Map<String, Object> attendanceValues(Visitor visitor, AttendancePage page) {
        var values = new HashMap<String, Object>(Map.of("page", page));
        values.put(
                "items",
                page.items().stream().map(one -> renderMeeting(visitor, one)).toList());
        return values;
    }

    /** Renders a message about a meeting that does not exist any more, for its place on the page. */
    public String renderInlineMessage(Visitor visitor, AttendancePage.InlineMessage aside) {
        return templates.renderPart(visitor, "aside", Map.of("aside", aside));
    }

    /** Renders one meeting of the page. */
    public String renderMeeting(Visitor visitor, AttendancePage.MeetingItem item) {
        return templates.renderPart(visitor, "item", Map.of("item", item));
    }
}
