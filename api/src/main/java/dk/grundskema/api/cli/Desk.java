package dk.grundskema.api.cli;

import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.timetable.TimetableReader;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a command works with. What takes a moment to make is made when it is first asked for. Used by one thread. */
final class Desk {
    private final Surroundings here;
    private final Texts own;
    private @Nullable PluginRegistry registry;

    /**
     * @param here     what is around
     * @param language language that the user is spoken to in
     */
    Desk(Surroundings here, Locale language) {
        this.here = here;
        this.own = Speech.own(language);
    }

    /** What is around. */
    Surroundings here() {
        return here;
    }

    /** Where to write. */
    Screen screen() {
        return here.screen();
    }

    /** A path as the user meant it, seen from the folder of the command. */
    Path resolve(Path given) {
        return here.folder().resolve(given);
    }

    /** The command line's own texts. */
    Texts ownTexts() {
        return own;
    }

    /** All texts: the command line's own, the core's, the domain's and the plugins'. Ids are shown as they are. */
    Texts texts() {
        var bundles = new ArrayList<>(List.of(Speech.bundle("messages", own.locale())));
        bundles.addAll(registry().bundles(own.locale()));
        return new Texts(own.locale(), bundles, Function.identity());
    }

    /** The names of what a valid problem has. */
    Names names(Problem problem) {
        return new Names(texts(), problem, demands(problem));
    }

    /** The plugins. */
    PluginRegistry registry() {
        if (registry == null) {
            registry = PluginRegistry.load(Desk.class.getClassLoader());
        }
        return registry;
    }

    /** Reads problems. */
    ProblemReader problems() {
        return new ProblemReader(registry());
    }

    /** Reads timetables. */
    TimetableReader timetables() {
        return new TimetableReader();
    }

    /** Checks and solves problems. */
    Planner planner() {
        return new Planner(registry());
    }

    /** Checks timetables. */
    TimetableChecker checker() {
        return new TimetableChecker(registry()::find);
    }

    private List<Demand> demands(Problem problem) {
        var demands = new ArrayList<Demand>();
        for (Intervention<?> intervention : problem.interventions()) {
            registry()
                    .find(intervention.type())
                    .ifPresent(plugin -> demands.add(expand(plugin, intervention, problem)));
        }
        return demands;
    }

    @SuppressWarnings("unchecked") // the reader made the parameters as the plugin's type
    private static <P extends Record> Demand expand(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return plugin.expand((Intervention<P>) intervention, problem);
    }
}
