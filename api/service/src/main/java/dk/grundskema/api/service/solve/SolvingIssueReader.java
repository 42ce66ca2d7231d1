package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.edit.PlanFaultReader;
import dk.grundskema.api.service.edit.PlanFaultReader.FaultText;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.CampStepLocator;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import dk.grundskema.api.service.solve.SolvingIssue.IssueLine;
import dk.grundskema.domain.finding.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what stands in the way of a good timetable, with links to the pages on which it can be changed. */
@Component
final class SolvingIssueReader {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final SolvePreviewer solvePreviewer;
    private final PlanFaultReader faults;
    private final CampStepLocator campStepLocator;
    private final RequestTexts requestTexts;

    SolvingIssueReader(
            PlanStore plans,
            DocumentStore documents,
            SolvePreviewer solvePreviewer,
            PlanFaultReader faults,
            CampStepLocator campStepLocator,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.documents = documents;
        this.solvePreviewer = solvePreviewer;
        this.faults = faults;
        this.campStepLocator = campStepLocator;
        this.requestTexts = requestTexts;
    }

    /** Returns what is impossible or short in a plan before it is solved, the most severe first. */
    List<SolvingIssue> findBeforeSolve(Plan plan, Caller caller) {
        IssueLinkResolver links = linkResolver(plan, caller);
        return solvePreviewer.precheck(plan, caller).findings().stream()
                .map(one ->
                        issue(weight(one), "", List.of(IssueLine.of(one.text())), links.findByPointer(one.pointer())))
                .sorted(Comparator.comparing(SolvingIssue::weight))
                .toList();
    }

    /** Returns the rules that a plan's timetable breaks. */
    List<SolvingIssue> findRemaining(Plan plan, Caller caller) {
        IssueLinkResolver links = linkResolver(plan, caller);
        return faults.findBrokenRules(plan.id(), caller).stream()
                .map(one -> issue(
                        one.level() == Level.HARD ? SolvingIssue.IssueWeight.CONFLICT : SolvingIssue.IssueWeight.SHORT,
                        one.name(),
                        one.places().stream().map(place -> line(plan, place)).toList(),
                        links.findByRule(one.rule())))
                .toList();
    }

    private static IssueLine line(Plan plan, FaultText fault) {
        String id = plan.id().value();
        return new IssueLine(
                fault.text(),
                PlanAddresses.faultAnchor(fault.key()),
                fault.isInMeeting() ? PlanAddresses.markedFault(id, fault.key()) : "");
    }

    private IssueLinkResolver linkResolver(Plan plan, Caller caller) {
        return new IssueLinkResolver(
                plan.id().value(),
                documents.problem(plans.revision(plan.head()).problem()).value(),
                caller.permissionsIn(plan.organisation()),
                campStepLocator);
    }

    private static SolvingIssue.IssueWeight weight(FindingView finding) {
        return switch (finding.severity()) {
            case ERROR -> SolvingIssue.IssueWeight.IMPOSSIBLE;
            case WARNING -> SolvingIssue.IssueWeight.SHORT;
            case INFO -> SolvingIssue.IssueWeight.KNOWN;
        };
    }

    private SolvingIssue issue(
            SolvingIssue.IssueWeight weight,
            String heading,
            List<IssueLine> lines,
            Optional<IssueLinkResolver.IssueLink> link) {
        return new SolvingIssue(
                weight,
                heading,
                lines,
                link.map(IssueLinkResolver.IssueLink::path).orElse(""),
                link.map(one -> requestTexts.texts().text(one.text(), one.name()))
                        .orElse(""));
    }
}
