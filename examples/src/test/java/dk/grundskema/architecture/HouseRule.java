package dk.grundskema.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules of the house: which package may know which. They are allow-lists: what isn't named is forbidden.
 *
 * <p>Each rule is a function of the root package, so that the same code judges the product ({@code dk.grundskema}) and
 * the fixtures where it must fail.
 */
@SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules are not marked as immutable
enum HouseRule {
    /** There is a place for everything: a package that this list lacks is in the wrong place, or misspelt. */
    EVERY_CLASS_HAS_A_PLACE(root -> classes().should().resideInAnyPackage(Places.in(root, Places.ALL))),

    DOMAIN_NEEDS_ONLY_THE_JDK(root -> classes()
            .that()
            .resideInAPackage(root + ".domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Places.with(Places.JDK, root + ".domain..")))),

    PLUGIN_CONTRACT_NEEDS_ONLY_THE_DOMAIN(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.spi..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(Places.with(Places.JDK, root + ".domain..", root + ".solver.spi..")))),

    PLUGINS_NEED_ONLY_THE_CONTRACT(root -> classes()
            .that()
            .resideInAPackage(root + ".plugins..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    Places.with(Places.JDK, root + ".domain..", root + ".solver.spi..", root + ".plugins..")))),

    PLUGINS_DO_NOT_SEE_EACH_OTHER(root -> slices().matching(root + ".plugins.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)),

    PLUGIN_IS_ONE_FLAT_PACKAGE(root -> noClasses().should().resideInAPackage(root + ".plugins.*.*..")),

    /** Public are the plugin and its parameters, with the types that the parameters are made of. */
    PLUGIN_SHOWS_ONLY_ITSELF_AND_ITS_PARAMETERS(root -> noClasses()
            .that()
            .resideInAPackage(root + ".plugins..")
            .and(not(describe("are XPlugin, XParameters or part of these", Places::isPluginOrParameters)))
            .should()
            .bePublic()),

    ENGINE_NEEDS_ONLY_ITS_LIBRARIES(root -> classes()
            .that()
            .resideInAnyPackage(Places.in(root, Places.ENGINE))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Places.with(
                            Places.JDK,
                            root + ".domain..",
                            root + ".solver.spi..",
                            "org.slf4j..",
                            "org.jgrapht..",
                            "ai.timefold.solver.."))
                    .or(resideInAnyPackage(Places.in(root, Places.ENGINE))))),

    /** Only the search itself sees Timefold, so that everything else stays when the search changes. */
    ONLY_THE_SEARCH_SEES_TIMEFOLD(root -> noClasses()
            .that(not(resideInAnyPackage(Places.in(root, Places.SEARCH))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.timefold..")),

    ONLY_THE_PRECHECK_SEES_JGRAPHT(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".solver.precheck..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jgrapht..")),

    /** Rules are declared: they know the contract, not who compiles or searches. */
    RULES_KNOW_ONLY_THE_CONTRACT(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    Places.with(Places.JDK, root + ".domain..", root + ".solver.spi..", root + ".solver.rules..")))),

    /** The checker checks the rest of the solver, so it shares nothing with it but the plugins' contract. */
    CHECKER_IS_INDEPENDENT(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.check..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Places.with(
                    Places.JDK,
                    root + ".domain..",
                    root + ".solver.spi..",
                    root + ".solver.registry..",
                    root + ".solver.check..")))),

    /** Outside the solver nobody sees a planning entity, or how it is scored and moved. */
    ONLY_THE_SOLVER_SEES_PLANNING_ENTITIES(root -> noClasses()
            .that(resideOutsideOfPackage(root + ".solver.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Places.in(root, Places.INNERMOST))),

    TESTKIT_NEEDS_ONLY_THE_SOLVER_AND_TEST_LIBRARIES(root -> classes()
            .that()
            .resideInAPackage(root + ".solver.testkit..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Places.with(
                    Places.JDK,
                    root + ".domain..",
                    root + ".solver..",
                    "org.junit.jupiter.api..",
                    "org.assertj.core..")))),

    /** Plugins come by ServiceLoader: the api knows none by name. */
    API_NEEDS_ONLY_THE_SOLVER_AND_ITS_LIBRARIES(root -> classes()
            .that()
            .resideInAPackage(root + ".api..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Places.with(
                    Places.JDK,
                    root + ".domain..",
                    root + ".solver..",
                    root + ".api..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "picocli..",
                    "org.thymeleaf..",
                    "org.dhatim.fastexcel..",
                    "org.apache.commons.csv..",
                    "org.apache.commons.compress..",
                    "javax.xml.stream..",
                    "net.fortuna.ical4j..",
                    "com.google.zxing..",
                    "com.openhtmltopdf..",
                    "jakarta.mail..",
                    "org.eclipse.angus.mail..",
                    "org.slf4j..",
                    "org.springframework..",
                    "jakarta.servlet..",
                    "com.github.benmanes.caffeine..",
                    "com.github.kagkarlsson.scheduler..",
                    "com.zaxxer.hikari..",
                    "io.github.bucket4j..",
                    "io.micrometer..",
                    "io.swagger.v3.oas.annotations..",
                    "javax.crypto..",
                    "javax.sql..",
                    "me.gosimple.nbvcxz..",
                    "org.apache.catalina..",
                    "org.apache.coyote..",
                    "org.apache.tomcat..",
                    "org.flywaydb..")))),

    /** The command line starts without Spring, and what both use is known to neither. */
    ONLY_THE_SERVICE_SEES_ITS_LIBRARIES(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Places.SERVICE)),

    /** One way to draw a timetable, on paper and on the pages of the web. */
    ONLY_SHEETS_AND_PAGES_SEE_TEMPLATES(root -> noClasses()
            .that(not(resideInAnyPackage(root + ".api.exports..", root + ".api.web..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.thymeleaf..")),

    /** How a page becomes a PDF is known in one place. */
    ONLY_SHEETS_SEE_PDF(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.exports..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.openhtmltopdf..")),

    /** Workbooks are written beside sheets and by the ledger, and read where tables are; what their parts are like is known in one place. */
    ONLY_SHEETS_AND_TABLES_SEE_WORKBOOKS(root -> noClasses()
            .that(not(
                    resideInAnyPackage(root + ".api.exports..", root + ".api.imports.table..", root + ".api.ledger..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dhatim..", "org.apache.commons.csv..", "org.apache.commons.compress..")),

    /** What a calendar's file looks like is known in one place. */
    ONLY_CALENDARS_SEE_ICAL4J(root -> noClasses()
            .that()
            .resideOutsideOfPackages(root + ".api.calendar..", root + ".api.imports.systems..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.fortuna.ical4j..")),

    /** How codes for cameras are made is known in one place. */
    ONLY_PAGES_SEE_ZXING(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..")),

    /** Mails go out of one door. */
    ONLY_NOTICES_SEE_MAIL(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".api.server.notices..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")),

    /** What the solver is compared with is no part of it. */
    ONLY_THE_COMPARISON_SEES_ORTOOLS(root -> noClasses()
            .that()
            .resideOutsideOfPackage(root + ".examples.cpsat..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..")),

    NO_CYCLES_IN_THE_DOMAIN(root -> noCycles(root + ".domain.(**)")),

    NO_CYCLES_IN_THE_SOLVER(root -> noCycles(root + ".solver.(**)")),

    NO_CYCLES_IN_THE_API(root -> noCycles(root + ".api.(**)"));

    private final Function<String, ArchRule> rule;

    HouseRule(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** This rule for the house whose packages begin with {@code root}, a package name without a dot at its end. */
    ArchRule in(String root) {
        // A package that isn't there yet breaks nothing; one that has another name breaks EVERY_CLASS_HAS_A_PLACE.
        return rule.apply(root).as(name()).allowEmptyShould(true);
    }

    private static ArchRule noCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }

    /** Who lives where. */
    private static final class Places {

        /** What everybody may use. */
        static final List<String> JDK = List.of("java..", "org.jspecify.annotations..");

        /** Libraries that the service alone uses. */
        static final String[] SERVICE = {
            "org.springframework..",
            "jakarta.servlet..",
            "com.github.benmanes.caffeine..",
            "com.github.kagkarlsson.scheduler..",
            "io.github.bucket4j..",
            "io.micrometer..",
            "io.swagger.v3.oas.annotations..",
            "javax.sql..",
            "me.gosimple.nbvcxz..",
            "org.apache.catalina..",
            "org.apache.tomcat..",
            "org.flywaydb.."
        };

        static final List<String> OUTSIDE_ENGINE = List.of(
                "domain.demand..",
                "domain.fidelity..",
                "domain.finding..",
                "domain.intervention..",
                "domain.people..",
                "domain.place..",
                "domain.problem..",
                "domain.time..",
                "domain.timetable..",
                "solver.spi..",
                "solver.testkit..",
                "plugins.*",
                "api",
                "api.calendar..",
                "api.catalogue..",
                "api.cli..",
                "api.exports..",
                "api.feeds..",
                "api.fidelity..",
                "api.house..",
                "api.comparison..",
                "api.papers..",
                "api.repair..",
                "api.imports..",
                "api.ledger..",
                "api.planning..",
                "api.platform..",
                "api.server",
                "api.server.catalogue..",
                "api.server.editing..",
                "api.server.identity..",
                "api.server.notices..",
                "api.server.operations..",
                "api.server.pages..",
                "api.server.plans..",
                "api.server.platform..",
                "api.server.publishing..",
                "api.server.solving..",
                "api.server.start..",
                "api.server.views..",
                "api.timetable..",
                "api.web..",
                "examples..");

        /** The packages of the engine's module. */
        static final List<String> ENGINE = List.of(
                "solver.check..",
                "solver.engine..",
                "solver.explain..",
                "solver.ledger..",
                "solver.mapping..",
                "solver.model..",
                "solver.moves..",
                "solver.precheck..",
                "solver.registry..",
                "solver.report..",
                "solver.rules..",
                "solver.score..");

        static final List<String> ALL =
                Stream.concat(OUTSIDE_ENGINE.stream(), ENGINE.stream()).toList();

        /** Those that may use Timefold. */
        static final List<String> SEARCH =
                List.of("solver.engine..", "solver.mapping..", "solver.model..", "solver.moves..", "solver.score..");

        /** Those that nobody outside the solver may use. */
        static final List<String> INNERMOST =
                List.of("solver.mapping..", "solver.model..", "solver.moves..", "solver.rules..", "solver.score..");

        private Places() {}

        static String[] in(String root, List<String> packages) {
            return packages.stream().map(name -> root + "." + name).toArray(String[]::new);
        }

        static String[] with(List<String> packages, String... more) {
            return Stream.concat(packages.stream(), Arrays.stream(more)).toArray(String[]::new);
        }

        static boolean isPluginOrParameters(JavaClass type) {
            return type.getSimpleName().endsWith("Plugin")
                    || type.getPackage().getClasses().stream()
                            .filter(other -> other.getSimpleName().endsWith("Parameters"))
                            .anyMatch(parameters -> partsOf(parameters).contains(type));
        }

        /** The types of the package that {@code parameters} is made of, itself among them. */
        private static Set<JavaClass> partsOf(JavaClass parameters) {
            Set<JavaClass> found = new HashSet<>();
            Deque<JavaClass> open = new ArrayDeque<>(List.of(parameters));
            DescribedPredicate<JavaClass> atHome =
                    describe("of its package", type -> type.getPackage().equals(parameters.getPackage()));
            while (!open.isEmpty()) {
                JavaClass type = open.remove();
                if (!found.add(type)) {
                    continue;
                }
                Stream<JavaClass> components = type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream());
                Stream.of(components, type.getSubclasses().stream(), type.getEnclosingClass().stream())
                        .flatMap(types -> types)
                        .filter(atHome)
                        .forEach(open::add);
            }
            return found;
        }
    }
}
