package dk.grundskema.api.cli;

import dk.grundskema.api.house.House;
import dk.grundskema.api.house.HouseTexts;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.imports.table.text.ImportTexts;
import dk.grundskema.api.papers.PlanPapers;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with. The house is built when it is first asked for: help needs none. Used by one thread. */
final class Desk {
    private final Surroundings here;
    private final Texts own;
    private final Supplier<House> builder;
    private @Nullable House house;
    private Names.OfStudents students = Names.OfStudents.IDS;

    /**
     * @param here     what is around
     * @param language language that the user is spoken to in
     * @param builder  builds the rest of the house
     */
    Desk(Surroundings here, Locale language, Supplier<House> builder) {
        this.here = here;
        this.own = Speech.own(language);
        this.builder = builder;
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

    /** The rest of the house. */
    House house() {
        if (house == null) {
            house = builder.get();
        }
        return house;
    }

    /** The command line's own texts. */
    Texts ownTexts() {
        return own;
    }

    /** All texts: the command line's own, the core's, the domain's and the plugins'. Ids are shown as they are. */
    Texts texts() {
        return texts(own.locale());
    }

    /** All texts in another language than the user's. */
    Texts texts(Locale language) {
        var bundles = new ArrayList<>(List.of(Speech.bundle("options", language), Speech.bundle("messages", language)));
        bundles.add(ImportTexts.bundle(language));
        bundles.add(HouseTexts.bundle(language));
        bundles.addAll(house().texts(language));
        return new Texts(language, bundles, Function.identity());
    }

    /** From now on students are called by their names, or by their ids, on the screen. */
    void call(Names.OfStudents others) {
        students = others;
    }

    /** The names of what a valid problem has, as the screen may show them. */
    Names names(Problem problem) {
        return new Names(own, problem, house().demands(problem), students);
    }

    /** The names of what a problem itself has, which may be broken; nothing that its interventions ask for. */
    Names bareNames(Problem problem) {
        return new Names(own, problem, List.of(), students);
    }

    /** The names for paper that a planner hands out, students' among them. */
    Names namesOnPaper(Problem problem) {
        return new Names(own, problem, house().demands(problem), Names.OfStudents.NAMES);
    }

    /** Sheets and calendars of a valid problem. */
    PlanPapers papers(Problem problem) {
        return new PlanPapers(house(), texts(), problem, namesOnPaper(problem), house().demands(problem));
    }

    /** The names as the screen shows them with the words of another language around them. */
    Names names(Locale language, Problem problem) {
        return new Names(Speech.own(language), problem, house().demands(problem), students);
    }
}
