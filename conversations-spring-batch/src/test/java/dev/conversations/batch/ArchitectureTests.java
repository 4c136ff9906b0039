package dev.conversations.batch;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Rules for what depends on what.
 */
@AnalyzeClasses(packages = "dev.conversations.batch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule sweepsDoNotDependOnSpringBoot = noClasses().that()
		.resideInAPackage("dev.conversations.batch")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "dev.conversations.autoconfigure..",
				"dev.conversations.batch.autoconfigure..");

	@ArchTest
	static final ArchRule meterRegistriesAreOnlyUsedByMetrics = noClasses().that()
		.doNotHaveSimpleName("SweepMetrics")
		.and()
		.resideInAPackage("dev.conversations.batch")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.micrometer.core..");

}
