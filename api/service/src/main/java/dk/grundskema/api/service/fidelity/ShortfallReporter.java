package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.planning.status.AcceptanceFormatter;
import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.api.planning.status.PlanStatusFormatter.PartText;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.fidelity.ShortfallViews.AcceptedView;
import dk.grundskema.api.service.fidelity.ShortfallViews.ShortfallItem;
import dk.grundskema.api.service.fidelity.ShortfallViews.ShortfallList;
import dk.grundskema.api.service.fidelity.ShortfallViews.ShortfallPart;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.AssessmentCache;
import dk.grundskema.api.service.plan.history.CrossPlanFaultReader;
import dk.grundskema.api.service.plan.history.LocatedFaults;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists everything that the status of a plan counts, and what the planner accepted. Pages and REST show the same list. */
@Component
final class ShortfallReporter {
    private static final int KEY_LENGTH = 16;

    private final TimetableViewProvider timetableViewProvider;
    private final PlanStore plans;
    private final PlanFaultCache faults;
    private final AssessmentCache assessments;
    private final CrossPlanFaultReader crossPlanFaults;
    private final PlanStatusReader statuses;
    private final PlanStatusPresenter presenter;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    ShortfallReporter(
            TimetableViewProvider timetableViewProvider,
            PlanStore plans,
            PlanFaultCache faults,
            AssessmentCache assessments,
            CrossPlanFaultReader crossPlanFaults,
            PlanStatusReader statuses,
            PlanStatusPresenter presenter,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.timetableViewProvider = timetableViewProvider;
        this.plans = plans;
        this.faults = faults;
        this.assessments = assessments;
        this.crossPlanFaults = crossPlanFaults;
        this.statuses = statuses;
        this.presenter = presenter;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /** Returns the key of a place: it may be about a student, so addresses contain no ids. */
    static String key(Place place) {
        return Sha256.of(place.rule() + "\n" + place.subject() + "\n" + place.week())
                .substring(0, KEY_LENGTH);
    }

    /**
     * Returns the list of a plan's current timetable, as the caller may see it.
     *
     * @throws RefusalException 404 if the plan has no timetable, or a plugin that it needs is not installed
     */
    ShortfallList list(PlanId plan, Caller caller) {
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        Revision head = plans.revision(viewed.plan().head());
        PlanStatus status = statuses.find(head).orElseThrow(RefusalException::notFound);
        Texts texts = requestTexts
                .texts()
                .withNames(nameResolverFactory
                        .names(viewed.problem(), viewed.students())
                        .withTimetable(viewed.timetable().value()));
        LocatedFaults own = faults.find(viewed.problem(), viewed.timetable());
        PlanFidelity fidelity = assessments.explain(viewed.plan(), viewed.problem(), viewed.timetable());
        boolean mayEdit = caller.permissionsIn(viewed.plan().organisation()).contains(Permission.EDIT);
        var report = AcceptanceReport.of(viewed.problem().value(), own.concerned(), fidelity);
        var acceptances = new AcceptanceFormatter(viewed.problem().value(), texts);
        var formatter = new PlanStatusFormatter(texts);
        List<ShortfallPart> parts = formatter.parts(status).stream()
                .filter(PartText::isFault)
                .map(part -> new ShortfallPart(
                        part.part(),
                        part.text(),
                        switch (part.part()) {
                            case OTHER_PLANS -> items(crossPlanFaults.find(head).all(), formatter);
                            case ABSENT_STAFF -> mayEdit ? absentSeats(head) : List.of();
                            case GUIDE_SHORTFALLS -> requirements(fidelity, report, acceptances, texts);
                            default -> items(ofPart(own, part.part()), formatter);
                        }))
                .toList();
        return new ShortfallList(
                status.state(),
                formatter.headline(status),
                parts,
                report.acceptances().stream()
                        .map(one -> new AcceptedView(
                                key(one.accepted().place()),
                                one.state(),
                                acceptances.describe(one),
                                acceptances.describeDecision(one),
                                acceptances.describeState(one)))
                        .toList());
    }

    private static List<LocatedFault> ofPart(LocatedFaults faults, Part part) {
        return faults.all().stream().filter(one -> one.fault().part() == part).toList();
    }

    private List<ShortfallItem> absentSeats(Revision head) {
        return presenter.describeAbsentSeats(head).stream()
                .map(seat -> new ShortfallItem("", List.of(seat.text()), ""))
                .toList();
    }

    /** What can be accepted together is one item. */
    private static List<ShortfallItem> items(List<LocatedFault> faults, PlanStatusFormatter formatter) {
        var items = new ArrayList<ShortfallItem>();
        Map<Place, List<LocatedFault>> byPlace = new LinkedHashMap<>();
        for (LocatedFault one : faults) {
            if (one.fault().violation().level() == Level.MEDIUM) {
                byPlace.computeIfAbsent(Place.of(one.fault().violation()), any -> new ArrayList<>())
                        .add(one);
            } else {
                items.add(new ShortfallItem("", List.of(formatter.describe(one.fault())), one.key()));
            }
        }
        byPlace.forEach((place, several) -> items.add(new ShortfallItem(
                key(place),
                several.stream().map(one -> formatter.describe(one.fault())).toList(),
                several.getFirst().key())));
        return items;
    }

    private static List<ShortfallItem> requirements(
            PlanFidelity fidelity, AcceptanceReport report, AcceptanceFormatter formatter, Texts texts) {
        Set<Place> accepted = report.acceptances().stream()
                .filter(one -> one.state() == AcceptanceReport.State.IN_FORCE)
                .map(one -> one.accepted().place())
                .collect(Collectors.toSet());
        Map<Place, List<String>> places = new LinkedHashMap<>();
        AcceptanceReport.shortPlaces(fidelity)
                .forEach(one -> places.computeIfAbsent(one.acceptedAs(), any -> new ArrayList<>())
                        .add(formatter.describe(one)));
        places.keySet().removeAll(accepted);
        Stream<ShortfallItem> law = fidelity.everyPlan().stream()
                .filter(ask -> ask.status() == Ask.Status.SHORT)
                .map(ask -> new ShortfallItem(
                        "",
                        ask.places().stream()
                                .map(place -> texts.text(
                                        "acceptance.requirement",
                                        texts.text(ask.code()),
                                        new FidelityFormatter(texts).placeText(ask, place)))
                                .toList(),
                        ""));
        return Stream.concat(
                        places.entrySet().stream().map(one -> new ShortfallItem(key(one.getKey()), one.getValue(), "")),
                        law)
                .toList();
    }
}
