package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.OpenApiValidator;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.LongListsFixture;
import dk.grundskema.api.service.testing.TestServices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Every paged operation, found by its parameters: it returns all pages, and responds to any parameter value. */
@ParameterizedClass
@DatabaseSource
final class PagedOperationsTest {
    private static final Set<String> PARAMETERS = Set.of("after", "before", "from");

    /** Operations that use such a parameter for another purpose, such as the first week shown. */
    private static final Set<String> NOT_PAGED = Set.of("/plans/{plan}/loads");

    /** Schemas that state that there is never a next page. */
    private static final Set<String> WITHOUT_NEXT = Set.of("TokenPage", "YearPage");

    private static final Pattern NEXT_LINK = Pattern.compile("href=\"([^\"]*[?&;](?:after|before|from)=[^\"]*)\"");

    private final ServiceClient client;
    private final LongListsFixture school;
    private final List<PagedOperation> operations;

    /**
     * An operation that is paged.
     *
     * @param path      with its variables filled in
     * @param parameter says where a page begins
     */
    private record PagedOperation(String path, String parameter) {
        boolean isJson() {
            return path.startsWith("/api/");
        }

        String at(String value) {
            String joint = path.contains("?") ? "&" : "?";
            return path + joint + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    PagedOperationsTest(TestDatabase database) {
        Server server = TestServices.on(database);
        school = LongListsFixture.create(server);
        client = school.client();
        operations = LongListsFixture.operations(server).entrySet().stream()
                .flatMap(one -> paged(one.getKey(), one.getValue()))
                .toList();
    }

    private Stream<PagedOperation> paged(RequestMappingInfo mapping, HandlerMethod method) {
        if (!mapping.getMethodsCondition().getMethods().toString().equals("[GET]")) {
            return Stream.of();
        }
        return Stream.of(method.getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(RequestParam.class))
                .map(PagedOperationsTest::name)
                .filter(PARAMETERS::contains)
                .flatMap(name -> mapping.getPatternValues().stream()
                        .filter(path -> !NOT_PAGED.contains(path))
                        .flatMap(path -> variants(path).map(variant -> new PagedOperation(variant, name))));
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    /** The same list may be available by several operations. */
    private Stream<String> variants(String path) {
        String filled = school.filledPath(path);
        return switch (path) {
            case "/" -> Stream.of("/?of=" + school.filledPath("{organisation}"));
            case "/api/v1/organisations/{organisation}/plans" -> Stream.of(filled, filled + "?archived=true");
            case "/api/v1/organisations/{organisation}/audit" ->
                Stream.of(filled, filled + "?person=nobody", filled + "?plan=" + school.filledPath("{plan}"));
            default -> Stream.of(filled);
        };
    }

    @Test
    void theyAreAllFound() {
        assertThat(operations).hasSizeGreaterThanOrEqualTo(17);
        List<OpenApiValidator.Operation> withNext = OpenApiValidator.committed().operations().stream()
                .filter(one -> one.method().equals("GET") && hasNext(one))
                .toList();
        assertThat(withNext).hasSizeGreaterThanOrEqualTo(10);
        withNext.forEach(one -> assertThat(one.described().toString())
                .as("%s has pages, so it says where one begins by one of %s", one.id(), PARAMETERS)
                .containsPattern("name=JsonString\\[value=(" + String.join("|", PARAMETERS) + ")]"));
    }

    private static boolean hasNext(OpenApiValidator.Operation one) {
        String described = one.described().toString();
        return described.matches("(?s).*#/components/schemas/\\w+Page].*")
                && WITHOUT_NEXT.stream().noneMatch(name -> described.contains("/" + name + "]"));
    }

    @Test
    @Tag("http")
    void everyPageIsThere() {
        school.addLocks(ResultPage.QUERY_LIMIT);
        school.grow(ResultPage.QUERY_LIMIT);
        var wrong = new TreeMap<String, String>();
        for (PagedOperation one : operations) {
            String fault = one.isJson() ? ofJson(one) : ofPages(one);
            if (!fault.isEmpty()) {
                wrong.put(one.path(), fault);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Returns the errors in the pages of a list; empty if there are none. */
    private String ofJson(PagedOperation one) {
        var items = new ArrayList<String>();
        String next = "";
        do {
            Answer answer = client.get(next.isEmpty() ? one.path() : one.at(next));
            if (answer.status() != 200) {
                return "a page was answered with " + answer.status() + ": " + answer.body();
            }
            for (int i = 0; !answer.at("/items/" + i).equals("null"); i++) {
                items.add(answer.at("/items/" + i).toString());
            }
            next = answer.at("/next").toString();
        } while (!next.equals("null"));
        boolean isShort = items.size() <= ResultPage.SIZE && !one.path().contains("person=nobody");
        return isShort
                ? "there are only %d, which is no second page; let LongListsFixture make more".formatted(items.size())
                : new HashSet<>(items).size() < items.size() ? "something is on two pages" : "";
    }

    private String ofPages(PagedOperation one) {
        var seen = new HashSet<String>();
        String next = one.path();
        while (!next.isEmpty() && seen.add(next)) {
            Answer answer = client.get(next);
            if (answer.status() != 200) {
                return "a page was answered with " + answer.status();
            }
            next = next(answer, one);
        }
        return seen.size() < 2 ? "there is no link to a second page; let LongListsFixture make more" : "";
    }

    private static String next(Answer page, PagedOperation one) {
        Matcher links = NEXT_LINK.matcher(page.body());
        while (links.find()) {
            String link = links.group(1).replace("&amp;", "&");
            if (link.contains(one.parameter() + "=")) {
                String path = one.path().replaceFirst("\\?.*", "");
                return link.startsWith("?") ? path + link : link;
            }
        }
        return "";
    }

    @Test
    @Tag("http")
    void whateverIsSentAsAParameterIsAnswered() {
        var values = List.of(
                "",
                " ",
                "-1",
                "0",
                "2147483647",
                "-2147483648",
                "2147483648",
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "1e9",
                "1.5",
                "zzz",
                "nothing-at-all",
                "%",
                "'",
                "\u0000",
                "a".repeat(121),
                "æ/ø#å",
                "٣");
        var wrong = new ArrayList<String>();
        for (PagedOperation one : operations) {
            for (String value : values) {
                Answer answer = client.get(one.at(value));
                boolean hasWords = answer.status() == 200
                        || (answer.status() == 400 && !answer.body().isBlank());
                if (!hasWords) {
                    wrong.add(one.at(value) + " " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
