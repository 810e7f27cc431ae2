package org.placewell.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** The fences of the house (design §5), as rules that fail the build. */
@AnalyzeClasses(packages = "org.placewell", importOptions = DoNotIncludeTests.class)
class FencesTest {

    /** The floors from the ground up; rooms on one floor do not know each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("shared"), Set.of("security"), Set.of("audit", "database", "notification"), Set.of("workflow"), Set.of("contract"), Set.of("referral"),
            Set.of("triage", "waitinglist"), Set.of("caseload"), Set.of("jobsearch"), Set.of("sustainment"), Set.of("evidence"),
            Set.of("ledger"), Set.of("claim"), Set.of("statement"), Set.of("settlement"), Set.of("correction"), Set.of("performance", "intake"),
            Set.of("web"), Set.of("demo"), Set.of("console"));

    private static final Set<String> NO_CLOCK = Set.of("java.time.LocalDate", "java.time.LocalDateTime", "java.time.Instant",
            "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.LocalTime", "java.time.Year", "java.time.YearMonth");

    @ArchTest
    static final ArchRule ENGINE_STAYS_BEHIND_ITS_FENCE = noClasses().that().resideOutsideOfPackages("org.placewell.workflow..", "..process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..")
            .because("the engine is replaceable: only workflow and the features' process packages know it");

    @ArchTest
    static final ArchRule ENGINE_INSIDES_IN_ONE_CLASS = noClasses().that(not(nameMatching("org\\.placewell\\.workflow\\.EnginePlugin.*")))
            .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm.engine.impl..")
            .because("the engine's own classes may change under us");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses().should().callMethodWhere(
            new DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall>("read the machine's time") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    var owner = call.getTargetOwner().getName();
                    var noArguments = call.getTarget().getRawParameterTypes().isEmpty();
                    return NO_CLOCK.contains(owner) && call.getName().equals("now") && noArguments
                            || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
                }
            }).because("a whole year must fit into a test");

    @ArchTest
    static final ArchRule NO_NEW_DATE = noClasses().should().callConstructor(java.util.Date.class)
            .because("the current time comes from the injected clock");

    private static final String[] NEAR_MONEY = {"org.placewell.contract..", "org.placewell.evidence..", "org.placewell.ledger..", "org.placewell.claim..",
        "org.placewell.statement..", "org.placewell.settlement..", "org.placewell.shared.."};

    private static final DescribedPredicate<JavaClass> FLOATING =
            DescribedPredicate.describe("floating point", type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName()));

    @ArchTest
    static final ArchRule NO_FLOATING_FIELD_NEAR_MONEY = noFields().that().areDeclaredInClassesThat()
            .resideInAnyPackage(NEAR_MONEY)
            .should().haveRawType(FLOATING);

    @ArchTest
    static final ArchRule NO_FLOATING_RESULT_NEAR_MONEY = noMethods().that().areDeclaredInClassesThat()
            .resideInAnyPackage(NEAR_MONEY)
            .should().haveRawReturnType(FLOATING);

    @ArchTest
    static final ArchRule NO_FLOATING_ARITHMETIC_NEAR_MONEY = noClasses().that()
            .resideInAnyPackage(NEAR_MONEY)
            .should().accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("a floating-point number is made") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return access.getName().matches("doubleValue|floatValue|parseDouble|parseFloat")
                            || Set.of("java.lang.Double", "java.lang.Float").contains(access.getTargetOwner().getName());
                }
            });

    @ArchTest
    static final ArchRule CALCULATOR_IS_PURE = classes().that().resideInAPackage("org.placewell.contract.domain..")
            .should().onlyDependOnClassesThat(resideInAnyPackage("org.placewell.contract.domain..", "org.placewell.shared..", "java.."))
            .because("one calculator prices, explains, reports and simulates: no Spring, no engine, no database, no clock").allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_LAZY = noClasses().should().beAnnotatedWith("org.springframework.context.annotation.Lazy");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.placewell.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EACH_FLOOR_STANDS_ON_LOWER_FLOORS = classes().that().resideInAPackage("org.placewell.*..")
            .should(new ArchCondition<JavaClass>("use only lower floors, and other rooms only through their door") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        var target = dependency.getTargetClass().getBaseComponentType();
                        if (!target.getPackageName().startsWith("org.placewell.") || room(target).equals(room(type))) {
                            continue;
                        }
                        if (floor(target) >= floor(type)) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription() + ": upwards or sideways"));
                        }
                        if (target.getPackageName().matches(".*\\.(process|web)(\\..*)?") && floor(target) > floor("workflow") && !room(target).equals("web")) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription() + ": not through the door"));
                        }
                    }
                }
            });

    private static String room(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static int floor(JavaClass type) {
        return floor(room(type));
    }

    private static int floor(String room) {
        for (int i = 0; i < FLOORS.size(); i++) {
            if (FLOORS.get(i).contains(room)) {
                return i;
            }
        }
        throw new IllegalStateException("The room " + room + " has no floor: name it in " + FencesTest.class.getSimpleName());
    }
}
