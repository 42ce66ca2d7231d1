package dk.grundskema.api.server.pages.loads;

import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.views.SeenLoads.Loads;
import dk.grundskema.api.server.views.SeenLoads.Person;
import dk.grundskema.api.web.app.loads.LoadsPage;
import dk.grundskema.api.web.app.loads.LoadsPage.Bar;
import dk.grundskema.api.web.app.loads.LoadsPage.Figures;
import dk.grundskema.api.web.app.loads.LoadsPage.Order;
import dk.grundskema.api.web.app.loads.LoadsPage.Rest;
import dk.grundskema.api.web.app.loads.LoadsPage.Trouble;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of what everybody works and rests. */
final class LoadFigures {
    private static final int HOUR = 60;

    /** By whose alphabet people stand, in whatever language the page is. */
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final PlanId plan;
    private final Loads loads;
    private final String law;
    private final List<Person> shown;
    private final Map<Kind, Long> scales = new HashMap<>();

    LoadFigures(PlanId plan, Loads loads, String law) {
        this.plan = plan;
        this.loads = loads;
        this.law = law;
        this.shown = loads.people().stream().filter(this::isShown).toList();
    }

    /** Of a school's many teachers those who work by the plan, or could; of a camp everybody. */
    private boolean isShown(Person person) {
        var total = person.hours().total();
        return !loads.hasLessons()
                || total.onDuty() + total.standBy() > 0
                || person.fair().values().stream()
                        .anyMatch(load -> load.share() != null && load.share() > load.taught());
    }

    LoadsPage page(Order order, String from) {
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind == Kind.HOURS
                        || shown.stream().anyMatch(one -> load(one, kind).minutes() > 0))
                .toList();
        kinds.forEach(kind -> scales.put(kind, scale(kind)));
        var strips = new Strips(loads, from);
        return new LoadsPage(
                plan.value(),
                true,
                loads.hasLessons(),
                order,
                List.copyOf(loads.weeks()),
                kinds,
                shown.stream()
                        .sorted(by(order))
                        .map(one -> view(one, kinds, strips))
                        .toList(),
                loads.people().size() - shown.size(),
                shown.stream().sorted(by(Order.NAME)).flatMap(this::troubles).toList(),
                strips.axis(),
                law);
    }

    private Comparator<Person> by(Order order) {
        Comparator<Person> named =
                Comparator.comparing(one -> one.hours().person().name(), Collator.getInstance(DANISH));
        return switch (order) {
            case NAME -> named;
            case HOURS -> most(Kind.HOURS).thenComparing(named);
            case EVENINGS -> most(Kind.EVENINGS).thenComparing(named);
            case NIGHTS -> most(Kind.NIGHTS).thenComparing(named);
            case WEEKENDS -> most(Kind.WEEKENDS).thenComparing(named);
            case REST ->
                Comparator.comparingLong(
                                (Person one) -> Optional.ofNullable(one.rests().shortest())
                                        .map(Interval::minutes)
                                        .orElse(Long.MAX_VALUE))
                        .thenComparing(named);
        };
    }

    private Comparator<Person> most(Kind kind) {
        return Comparator.comparingLong((Person one) -> load(one, kind).minutes())
                .reversed();
    }

    private static FairLoad load(Person person, Kind kind) {
        return Objects.requireNonNull(person.fair().get(kind));
    }

    private LoadsPage.Person view(Person one, List<Kind> kinds, Strips strips) {
        return new LoadsPage.Person(
                one.hours().person().id().value(),
                one.hours().person().name(),
                one.hours().contractHours(),
                kinds.stream()
                        .map(kind -> bar(one, kind, Objects.requireNonNull(scales.get(kind))))
                        .toList(),
                figures(one),
                strips.of(one.rests()));
    }

    /** The widest that any bar and mark of a kind needs. */
    private long scale(Kind kind) {
        return shown.stream()
                .map(one -> bar(one, kind, 1))
                .flatMap(bar -> Stream.of(bar.all(), bar.share(), bar.norm(), bar.most()))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
    }

    private Bar bar(Person one, Kind kind, long scale) {
        FairLoad load = load(one, kind);
        boolean isOfHours = kind == Kind.HOURS;
        long weeks = isOfHours ? Math.max(1, loads.weeks().size()) : 1;
        long taught = isOfHours ? one.rests().taughtMinutes() : load.taught();
        long planned = isOfHours ? one.hours().total().counted() : load.shared() + load.besides();
        Long share = load.share();
        return new Bar(
                kind,
                taught / weeks,
                planned / weeks,
                share == null ? null : (share + load.besides()) / weeks,
                isOfHours ? Math.round(one.hours().contractHours() * HOUR) : null,
                isOfHours ? most(one) : null,
                Math.max(1, scale));
    }

    private static long most(Person one) {
        var rules = one.rests().rules();
        Integer ofWeek = rules.hoursPerWeek();
        return (long) HOUR
                * (ofWeek == null ? rules.averageHoursPerWeek() : Math.min(ofWeek, rules.averageHoursPerWeek()));
    }

    private Figures figures(Person one) {
        var total = one.hours().total();
        @Nullable
        IsoWeek busiest = loads.weeks().stream()
                .max(Comparator.comparingLong(week -> one.hours().in(week).counted()))
                .orElse(null);
        return new Figures(
                one.rests().taughtMinutes(),
                total.counted(),
                total.preparation(),
                total.standBy(),
                loads.weeks().stream()
                        .map(week -> one.hours().in(week).counted())
                        .toList(),
                total.counted() == 0 ? null : busiest,
                busiest == null ? 0 : one.hours().in(busiest).counted(),
                Optional.ofNullable(one.rests().shortest()).map(this::rest).orElse(null),
                one.rests().free().size());
    }

    private Rest rest(Interval rest) {
        return new Rest(
                rest.minutes(), Interval.moment(rest.start(), loads.zone()), Interval.moment(rest.end(), loads.zone()));
    }

    private Stream<Trouble> troubles(Person one) {
        StaffId who = one.hours().person().id();
        var rules = one.rests().rules();
        return one.rests().tooLong().stream().map(found -> {
            Rest longest = rest(found.longestRest());
            return new Trouble(
                    who.value(),
                    one.hours().person().name(),
                    found.isWeekly(),
                    Interval.moment(found.run().start(), loads.zone()),
                    Interval.moment(found.run().end(), loads.zone()),
                    longest,
                    found.isWeekly() ? rules.weeklyRestHours() : rules.dailyRestHours(),
                    IsoWeek.of(longest.from().toLocalDate()));
        });
    }
}
