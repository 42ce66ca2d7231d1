package dk.grundskema.api.documents.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Dansk;                  D;        false
            Dansk D;                D;        true
            D: Dansk;               D;        true
            Dansk (D);              D;        true
            Æblehøst;               høst;     false
            Træk med 7.A;           7.A;      true
            Træk med 17.A;          7.A;      false
            Hold Å og Hold Ålborg;  Hold Å;   true
            Hold Ålborg;            Hold Å;   false
            Elev 1s samtale;        Elev 1;   true
            Elev 12s samtale;       Elev 1;   false
            Dans;                   Dan;      false
            Dansk;                  '';       false
            """)
    void nameCountsAsAWholeWordOnly(String title, String name, boolean isNamed) {
        assertThat(TitleNames.isNamed(title, name)).isEqualTo(isNamed);
    }
}
