package dk.grundskema.examples.fet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that come with FET, of schools all over the world. They are FET's, so they are read where its package has them. */
@Tag("examples")
class FetCorpusTest {
    private static final String PLACE =
            System.getenv().getOrDefault("FET_EXAMPLES", "/usr/share/doc/fet-data/examples");
    private static final int FEWEST = 200;

    @TempDir
    Path folder;

    private static List<Path> examples() throws IOException {
        Path place = Path.of(PLACE);
        assumeTrue(
                Files.isDirectory(place),
                "FET's examples (" + PLACE + " of the package fet-data) are not installed, so they are not imported.");
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(each -> each.toString().endsWith(".fet"))
                    .sorted()
                    .toList();
        }
    }

    /** Copies a file to a folder of its own, since the import reads results that are beside a file. */
    private Path alone(Path file, int number) throws IOException {
        Path own = Files.createDirectories(folder.resolve(String.valueOf(number)));
        return Files.copy(file, own.resolve(file.getFileName()));
    }

    @Test
    void everyExampleIsImportedAsItsFileSays() throws IOException, XMLStreamException {
        Map<String, List<String>> different = new TreeMap<>();
        var files = examples();
        for (int i = 0; i < files.size(); i++) {
            Path file = alone(files.get(i), i);
            var facts = FetFacts.read(file);
            var differences = FetComparison.compare(facts, file, FetExampleTest.importFile(file));
            if (!differences.isEmpty()) {
                different.put(files.get(i).toString(), differences);
            }
        }

        assertThat(files).hasSizeGreaterThan(FEWEST);
        assertThat(different).isEmpty();
    }

    @Test
    void solutionsOfFetAreImportedFromEitherOfTheirFiles()
            throws IOException, InterruptedException, XMLStreamException {
        var examples = examples();
        var program = FetProgram.find();
        var different = new ArrayList<String>();
        for (int i = 0; i < QuicklySolvedExamples.PATHS.size(); i++) {
            Path given = Path.of(PLACE).resolve(QuicklySolvedExamples.PATHS.get(i));
            assertThat(examples).contains(given);
            Path file = alone(given, i);
            Path solved = program.solve(file, folder.resolve(i + "-solved"), QuicklySolvedExamples.SECONDS);
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.fet$", "");
            Path whole = solved.resolve(name + "_data_and_timetable.fet");
            var facts = FetFacts.read(whole);
            assertThat(facts.placed()).as(given.toString()).hasSameSizeAs(facts.activities());
            FetComparison.compare(facts, whole, FetExampleTest.importFile(whole))
                    .forEach(each -> different.add(given + " solved: " + each));
            String results = name + "_activities.xml";
            Files.copy(solved.resolve(results), file.resolveSibling(results));
            FetComparison.compareSource(facts, file)
                    .differences()
                    .forEach(each -> different.add(given + " with its results: " + each));
        }

        assertThat(different).isEmpty();
    }
}
