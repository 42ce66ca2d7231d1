package dk.grundskema.api.web.app.fidelity;

import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.fidelity.FidelityView.Section;
import dk.grundskema.domain.fidelity.Ask;
import java.util.List;

/**
 * The page with what the plan gives of what is asked.
 *
 * @param plan        id of the plan
 * @param isOnlyShort whether only that is shown of which something is missing
 * @param mayEnter    whether the visitor may enter what came of meetings
 * @param view        all that there is
 */
public record OutcomePage(String plan, boolean isOnlyShort, boolean mayEnter, FidelityView view) {
    /** What is shown, section by section; those of which nothing is shown are left out. */
    public List<Section> sections() {
        return view.sections().stream()
                .map(this::shown)
                .filter(one -> !one.rows().isEmpty() || !one.breakdowns().isEmpty())
                .toList();
    }

    private Section shown(Section whole) {
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
