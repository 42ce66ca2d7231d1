package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A cell's text is matched by name or id; an ambiguous text gives all candidates. */
final class ElementNameIndexTest {
    private final List<Finding> findings = new ArrayList<>();

    /** Things by pairs of id and name, with a line between them. */
    private static ElementNameIndex things(String... pairs) {
        return new ElementNameIndex(Stream.of(pairs)
                .map(one -> one.split("\\|", -1))
                .<Json>map(one -> new Json.JsonObject(
                        Map.of("id", new Json.JsonString(one[0]), "name", new Json.JsonString(one[1]))))
                .toList());
    }

    private String meant(ElementNameIndex things, String word) {
        return things.resolveId(word, "r0c0", findings) instanceof Json.JsonString id ? id.value() : "";
    }

    /** An ambiguous name matches nobody and gives a finding. */
    private void assertSaid(ElementNameIndex things, String word, String code, String names) {
        findings.clear();
        assertThat(meant(things, word)).isEmpty();
        assertThat(findings).containsExactly(Finding.error(code, "r0c0", word, names));
    }

    @Test
    void aNameIsWrittenInSmallOrCapitalLettersAndSpacesAroundItCountForNothing() {
        ElementNameIndex things = things("s1| Åse Berg ", "s2|Åse Bergs");
        assertThat(meant(things, "åse BERG")).isEqualTo("s1");
        assertThat(meant(things, "ÅSE bergs")).isEqualTo("s2");
        assertThat(findings).isEmpty();
        assertThat(things.names()).containsExactly(" Åse Berg ", "Åse Bergs");
    }

    @Test
    void anIdIsAsGoodAsANameButOnlyAsItIsWritten() {
        ElementNameIndex things = things("s1|Åse Berg", "s2|Bo Lund");
        assertThat(meant(things, "s2")).isEqualTo("s2");
        assertSaid(things, "S2", "pages.list-unknown", "");
    }

    @Test
    void bracketsBehindANameMayBeOmittedWhereTheNameIsUnique() {
        ElementNameIndex things =
                things("s1|Bo Lund (3A)", "s2|Ida (lille) Holm", "s3|Bo Lund (3B)", "s4|Eva Vind (3A) ");
        assertThat(meant(things, "eva vind")).isEqualTo("s4");
        assertThat(meant(things, "bo lund (3b)")).isEqualTo("s3");
        assertThat(findings).isEmpty();
        assertSaid(things, "bo lund", "pages.list-several-of", "Bo Lund (3A), Bo Lund (3B)");
        assertSaid(things, "Ida Holm", "pages.list-unknown", "");
    }

    @Test
    void exactNameTakesPrecedenceOverANameWithBrackets() {
        assertThat(meant(things("s1|Bo Lund (3A)", "s2|Bo Lund"), "bo lund")).isEqualTo("s2");
        assertThat(findings).isEmpty();
    }

    @Test
    void severalOfOneNameAreSaidInTheirOrderEachSpellingOnce() {
        ElementNameIndex things = things("s1|bo lund", "s2|Eva Vind", "s3|Bo Lund", "s4|bo lund");
        assertSaid(things, "BO LUND", "pages.list-several", "bo lund, Bo Lund");
    }

    @Test
    void textThatIsOneItemsNameAndAnothersIdListsBothInOrder() {
        assertSaid(things("x|7a", "y|9c", "7a|8b"), "7a", "pages.list-several", "7a, 8b");
        assertSaid(things("7a|8b", "y|9c", "x|7a"), "7a", "pages.list-several", "8b, 7a");
        assertThat(meant(things("7a|7A", "y|9c"), "7a")).isEqualTo("7a");
    }

    @Test
    void anIdIsCalledByTheFirstOfItAndWhatThereIsNotByItself() {
        ElementNameIndex things = things("s1|Åse Berg", "s1|Bo Lund");
        assertThat(things.nameOf("s1")).isEqualTo("Åse Berg");
        assertThat(things.nameOf("s2")).isEqualTo("s2");
        assertThat(things().nameOf("s1")).isEqualTo("s1");
        assertSaid(things(), "Åse Berg", "pages.list-unknown", "");
    }

    @Test
    void aWordIsKnownIfItIsAllOfANameOrAnId() {
        ElementNameIndex things = things("r1|Hal A, nord", "r2|Hal B (stor)", "r3|Hal C ");
        assertThat(List.of("hal a, NORD", "Hal B (stor)", "Hal B", "Hal C", "r1"))
                .allMatch(things::isKnown);
        assertThat(List.of("Hal A", "nord", "Hal", "R1")).noneMatch(things::isKnown);
    }

    @Test
    void anElementWithoutIdOrNameIsNobody() {
        var things = new ElementNameIndex(List.of(Json.JsonNull.NOTHING, new Json.JsonObject(Map.of())));
        assertThat(things.names()).containsExactly("", "");
        assertSaid(things, "Åse Berg", "pages.list-unknown", "");
    }
}
