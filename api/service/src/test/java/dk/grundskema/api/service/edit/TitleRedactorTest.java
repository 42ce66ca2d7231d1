package dk.grundskema.api.service.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Availability;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which titles of meetings name a student. */
final class TitleRedactorTest {
    private static final StudentId ONE = new StudentId("e1");

    private static String of(String title, String student, StudentId... about) {
        var named = new Student(ONE, student, null, null, Availability.always(), new TreeSet<>(), new TreeSet<>());
        return TitleRedactor.redact(title, List.of(named), Set.of(about));
    }

    @Test
    void aFullNameIsFoundAnybodyWhoItIsAboutAndHoweverItIsWritten() {
        assertThat(of("Samtale med IDA  HOLM-Bæk", "Ida Holm-Bæk")).isEmpty();
        assertThat(of("Ida Holms samtale", "Ida Holm")).as("in the genitive").isEmpty();
        assertThat(of("Bo's mål", "Bo")).isEmpty();
        assertThat(of("Holm, Ida", "Ida Holm")).as("in another order").isEqualTo("Holm, Ida");
        assertThat(of("", "Ida Holm")).isEmpty();
    }

    @Test
    void aNameIsNotFoundInsideAnotherWord() {
        assertThat(of("Bogpakke", "Bo", ONE)).isEqualTo("Bogpakke");
        assertThat(of("Turbo", "Bo", ONE)).isEqualTo("Turbo");
        assertThat(of("Vida Holmgaard", "Ida Holm", ONE)).isEqualTo("Vida Holmgaard");
        assertThat(of("Bo", "Bo")).isEmpty();
    }

    @Test
    void eachNameAloneIsFoundOfThoseWhomItMayBeAbout() {
        assertThat(of("Støtte Ida", "Ida Holm", ONE)).isEmpty();
        assertThat(of("Holms mål", "Ida Holm", ONE)).isEmpty();
        assertThat(of("Støtte Ida", "Ida Holm")).as("somebody else").isEqualTo("Støtte Ida");
    }

    @Test
    void aLetterIsNoName() {
        assertThat(of("Hold A", "Ida A", ONE)).isEqualTo("Hold A");
        assertThat(of("Hold A", "A")).isEqualTo("Hold A");
        assertThat(of("Ida A og hold B", "Ida A")).isEmpty();
    }
}
