package dk.grundskema.api.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedFindingsTest {
    private static List<FileFinding> collected(int warnings, int errors) {
        var findings = new BoundedFindings("school.xml");
        for (int i = 0; i < warnings; i++) {
            findings.add(FileFinding.warning(new SourceLocation("school.xml", "line " + i), "import.asc.count", i));
        }
        for (int i = 0; i < errors; i++) {
            findings.add(FileFinding.error(new SourceLocation("school.xml", "line " + i), "import.asc.day", i));
        }
        return findings.all();
    }

    @Test
    void aThousandFindingsOfAKindAreKept() {
        assertThat(collected(1000, 1000)).hasSize(2000);
    }

    @Test
    void moreWarningsAreCountedByAWarning() {
        List<FileFinding> all = collected(1007, 2);

        assertThat(all).hasSize(1003);
        assertThat(all.getLast().finding().code()).isEqualTo("import.too-many-findings");
        assertThat(all.getLast().finding().severity()).isEqualTo(Severity.WARNING);
        assertThat(all.getLast().finding().arguments()).containsExactly(7, 1000);
    }

    @Test
    void moreErrorsAreCountedByAnError() {
        assertThat(collected(0, 1001).getLast().finding().severity()).isEqualTo(Severity.ERROR);
    }
}
