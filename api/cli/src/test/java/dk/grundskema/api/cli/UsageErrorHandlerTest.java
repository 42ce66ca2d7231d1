package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage errors are reported in the user's language, and no command runs. */
class UsageErrorHandlerTest {
    @TempDir
    private Path folder;

    private CommandRunner.CommandOutput type(String line) {
        return CommandRunner.inFolder(folder, new FakePlanningFacade()).run(line.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            solve                                    | Der mangler PROBLEM.json.
            assess a.json                            | Der mangler TIMETABLE.json.
            solve a.json --seconds x                 | --seconds skal være et helt tal, men der står "x".
            solve a.json --seconds 0                 | --seconds er sat til 0; tallet skal være fra 1 til 604.800.
            solve a.json --seconds 604801            | --seconds er sat til 604.801; tallet skal være fra 1 til 604.800.
            solve a.json --steps -1                  | --steps er sat til -1
            solve a.json --no-better-for 0           | --no-better-for er sat til 0
            solve a.json --searches 17               | --searches er sat til 17; tallet skal være fra 1 til 16.
            solve a.json --seconds 3 --steps 4       | --seconds og --steps kan ikke bruges sammen.
            solve a.json --seconds 3 --seconds 4     | --seconds står der to gange.
            solve a.json b.json                      | "b.json" er én oplysning for meget.
            solve a.json --sed 3                     | "--sed" er ikke noget, man kan vælge her. Menes --
            slove a.json                             | Der findes ingen kommando "slove". Menes solve
            schema problm                            | "problm" er ikke muligt her. Skriv en af disse: problem, timetable, import-mapping.
            schema --lang fr                         | "fr" er ikke muligt her. Skriv en af disse: da, en.
            demo --seconds 0                         | --seconds er sat til 0
            solve --lang en                          | PROBLEM.json is missing.
            --lang=en slove                          | There is no command "slove".
            """)
    void wrongArgumentsAreToldInTheUsersLanguage(String line, String sentence) {
        var ended = type(line);

        assertThat(ended.err()).contains(sentence);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutCommandItShowsWhatThereIs() {
        var ended = CommandRunner.inFolder(folder, new FakePlanningFacade()).run();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("solve", "check", "schema", "demo");
    }

    @Test
    void aNameThatNoFileCanHaveIsToldAsSuch() {
        assertThat(type("solve a\0b").err()).contains("PROBLEM.json", "kan ikke være en fil");
    }

    @Test
    void anArgumentThatStartsWithAnAtSignIsAFileNameAsAnyOther() {
        assertThat(type("solve @liste").err()).contains("@liste", "[file.not-found]");
    }
}
