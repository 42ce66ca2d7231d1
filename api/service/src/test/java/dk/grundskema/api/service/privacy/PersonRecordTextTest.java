package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.account.Account;
import dk.grundskema.domain.people.Student;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records with a person's name omit it in {@code toString}, because object texts end up in logs and messages by accident. */
final class PersonRecordTextTest {
    private static final String MARK = "Xqzmark";
    private static final Set<String> NAMES = Set.of("name", "signInName", "email");
    private static final Set<String> PEOPLE = Set.of("StudentId", "StaffId", "AccountId");

    @Test
    void noRecordOfAPersonSaysTheNameAsText() throws Exception {
        var tried = new TreeSet<String>();
        var wrong = new ArrayList<String>();
        for (Class<?> each : all()) {
            if (each.isRecord() && isOfPerson(each)) {
                String text = text(each);
                tried.add(each.getSimpleName());
                if (text.contains(MARK)) {
                    wrong.add(each.getName() + ": " + text);
                }
            }
        }
        assertThat(tried).contains("Student", "StaffMember", "Account", "AccountView", "MeView");
        assertThat(wrong).isEmpty();
    }

    /** All classes of the domain and of this module, but for tests. */
    private static List<Class<?>> all() throws IOException, ReflectiveOperationException, URISyntaxException {
        var all = new ArrayList<Class<?>>();
        for (Class<?> inside : List.of(Student.class, Account.class)) {
            Path place = Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                all.addAll(all(place));
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    all.addAll(all(jar.getPath("/")));
                }
            }
        }
        return all;
    }

    private static List<Class<?>> all(Path root) throws IOException, ReflectiveOperationException {
        var all = new ArrayList<Class<?>>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(one -> one.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            String name = root.relativize(file)
                    .toString()
                    .replaceFirst("\\.class$", "")
                    .replace('/', '.');
            if (name.startsWith("dk.grundskema.")) {
                all.add(Class.forName(name, false, Student.class.getClassLoader()));
            }
        }
        return all;
    }

    private static boolean isOfPerson(Class<?> type) {
        List<RecordComponent> all = Arrays.asList(type.getRecordComponents());
        boolean hasName = all.stream().anyMatch(one -> one.getType() == String.class && NAMES.contains(one.getName()));
        return hasName
                && all.stream()
                        .anyMatch(one -> PEOPLE.contains(one.getType().getSimpleName())
                                || one.getName().equals("signInName"));
    }

    private static String text(Class<?> type) {
        return String.valueOf(example(type));
    }

    private static Object example(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean isName = NAMES.contains(components[i].getName());
            values[i] = components[i].getName().equals("email")
                    ? MARK + "@skole.example"
                    : value(components[i].getType(), isName);
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No example of %s could be made of %s.".formatted(type, Arrays.asList(values)), e);
        }
    }

    private static @Nullable Object value(Class<?> type, boolean isName) {
        if (type == String.class) {
            return isName ? MARK : "x";
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == SortedSet.class) {
            return new TreeSet<>();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() && List.of(type.getRecordComponents()).size() == 1 ? example(type) : null;
    }
}
