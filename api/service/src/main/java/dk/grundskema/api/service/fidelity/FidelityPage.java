package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.fidelity.FidelityView.Section;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.domain.fidelity.Ask;
import java.util.List;

/**
 * Model of the page that compares a plan with its requirements.
 *
 * @param plan        id of the plan
 * @param isOnlyShort whether only unmet requirements are shown
 * @param mayEnter    whether the visitor may enter attendance
 * @param view        the comparison
 */
public record FidelityPage(String plan, boolean isOnlyShort, boolean mayEnter, FidelityView view) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("outcome").withStyle("fidelity.css").withAutoRefresh();
    }

    /** Returns the shown content by section, without empty sections. */
    public List<Section> sections() {
        return view.sections().stream()
                .map(this::withoutFulfilled)
                .filter(one -> !one.rows().isEmpty() || !one.breakdowns().isEmpty())
                .toList();
    }

    private Section withoutFulfilled(Section whole) {
        if (!isOnlyShort) {
            return whole;
        }
        return new Section(
                whole.title(),
                whole.breakdowns().stream()
                        .map(table -> new BreakdownView(
                                table.title(),
                                table.headings(),
                                table.lines().stream()
                                        .filter(BreakdownView.Line::isShort)
                                        .toList()))
                        .filter(table -> !table.lines().isEmpty())
                        .toList(),
                whole.rows().stream()
                        .filter(one -> one.status() == Ask.Status.SHORT)
                        .toList());
    }
}
