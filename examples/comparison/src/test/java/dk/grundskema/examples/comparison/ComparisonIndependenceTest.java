package dk.grundskema.examples.comparison;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A scorer or model that shares code with the solver's rules verifies nothing. */
class ComparisonIndependenceTest {
    private static final String ROOT = "dk.grundskema.";
    private static final String COMPARISON = ROOT + "examples.comparison";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(COMPARISON);

    @Test
    void scorersShareOnlyTheDomainParametersAndCheckerWithTheSolver() {
        classes()
                .that()
                .resideInAPackage(COMPARISON + ".scoring..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        ROOT + "domain..",
                        ROOT + "plugins..",
                        ROOT + "solver.spi..",
                        ROOT + "solver.registry..",
                        ROOT + "solver.check..",
                        COMPARISON + ".scoring..")
                .check(CLASSES);
    }

    @Test
    void modelsUseNeitherTheRulesNorTheScoreOfTheSolver() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ai.timefold..",
                        ROOT + "solver.mapping..",
                        ROOT + "solver.model..",
                        ROOT + "solver.moves..",
                        ROOT + "solver.rules..",
                        ROOT + "solver.score..")
                .check(CLASSES);
    }

    @Test
    void onlyModelsUseOrTools() {
        noClasses()
                .that()
                .resideOutsideOfPackage(COMPARISON + ".cpsat..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.ortools..")
                .check(CLASSES);
    }
}
