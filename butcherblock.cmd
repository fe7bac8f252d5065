@echo off
rem Runs the command line; first builds what is missing. After a change of the sources run
rem "mvn -Pprogram -pl cli -am package": unlike its sister for Unix, this launcher does not compare times.
rem JAVA_HOME chooses the Java, BUTCHERBLOCK_JAVA_OPTS adds options for it, such as -Xmx8g.
setlocal DisableDelayedExpansion
set "ROOT=%~dp0"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  echo butcherblock: JAVA_HOME is set, but there is no bin\java.exe in it; set it to a JDK 17 or newer. 1>&2
  exit /b 1
)
if not defined JAVA_HOME (
  where java >nul 2>nul || (
    echo butcherblock: there is no java on the PATH; install a JDK 17 or newer, or set JAVA_HOME. 1>&2
    exit /b 1
  )
)

rem Shims of version managers may be scripts: these are asked for the Java that they start.
if not defined JAVA_HOME (
  where java.exe >nul 2>nul || for /f "tokens=1,* delims==" %%K in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do for /f "tokens=*" %%H in ("%%L") do set "JAVA=%%H\bin\java.exe"
)

set "PATHS=%ROOT%cli\target\launcher.classpath"
set "JAR="
if exist "%PATHS%" for %%F in ("%ROOT%cli\target\cli-*.jar") do set "JAR=%%~fF"
if not defined JAR (
  where mvn >nul 2>nul || (
    echo butcherblock: the program must be built first, and there is no mvn on the PATH; install Maven 3.8.7 or newer. 1>&2
    exit /b 1
  )
  echo building ... ^(some minutes the first time, for downloads^) 1>&2
  call mvn -q -Pprogram -pl cli -am -f "%ROOT%pom.xml" package 1>&2 || (
    echo butcherblock: the build failed; its messages are above. 1>&2
    exit /b 1
  )
)
for %%F in ("%ROOT%cli\target\cli-*.jar") do set "JAR=%%~fF"

rem LibTorch fills the screen where a connection breaks.
if not defined TORCH_CPP_LOG_LEVEL set "TORCH_CPP_LOG_LEVEL=FATAL"

rem The option on Unsafe is for Java 23 and later, which else warns; older ones do not know it.
rem Through the variable rather than an option: a command line is shorter than a variable may be.
for /f "usebackq delims=" %%L in ("%PATHS%") do set "CLASSPATH=%JAR%;%%L"
"%JAVA%" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow -Dorg.bytedeco.javacpp.maxBytes=0 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 %BUTCHERBLOCK_JAVA_OPTS% io.butcherblock.cli.Main %*
exit /b %ERRORLEVEL%
